package org.turnpike.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.audit.Actor;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Transactions;

/** A person signs in with e-mail address and password, throttled and audited. */
@ApplicationScoped
public class SignIn {
  private Users users;
  private SignInThrottle throttle;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected SignIn() {}

  @Inject
  public SignIn(
      Users users,
      SignInThrottle throttle,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.users = users;
    this.throttle = throttle;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The person, or nothing when address or password is wrong; throws {@code Unavailable} when there
   * were too many failures.
   *
   * @param address the network address the call came from
   */
  public Optional<User> signIn(String email, Secret password, String address) {
    String name = email.strip().toLowerCase(Locale.ROOT);
    throttle.check(name, address);
    Optional<User> user = attempt(name, password, address);
    if (user.isPresent()) {
      throttle.succeeded(name, address);
    } else {
      throttle.failed(name, address);
    }
    return user;
  }

  /**
   * The person as a caller, while he is active and the password is still the one he signed in with;
   * asked on each request of a session.
   *
   * @param passwordMark {@link User#passwordMark()} as it was at sign-in
   */
  public Optional<Caller> caller(UUID user, String passwordMark, String address) {
    return transactions.call(
        () ->
            users
                .find(user)
                .filter(found -> found.status() == User.Status.ACTIVE)
                .filter(found -> found.passwordMark().equals(passwordMark))
                .map(found -> found.caller(address)));
  }

  /** The slow check of the password is made between two transactions, holding no connection. */
  private Optional<User> attempt(String email, Secret password, String address) {
    Optional<User> known =
        User.isAddress(email)
            ? transactions.call(() -> users.findByEmail(email))
            : Optional.empty();
    if (known.isEmpty()) {
      PasswordHash.matches(null, password);
      return Optional.empty();
    }
    boolean opens = known.get().opensWith(password);
    return transactions.call(() -> record(known.get().id(), opens, address));
  }

  private Optional<User> record(UUID id, boolean opens, String address) {
    User user = users.find(id).orElseThrow();
    boolean signedIn = opens && user.status() == User.Status.ACTIVE;
    if (signedIn) {
      user.signedIn(clock.instant());
    }
    audit.append(
        new AuditEntry(
            clock.instant(),
            new Actor(Actor.Kind.USER, user.id(), user.email(), address),
            null,
            signedIn ? "user.signed-in" : "user.sign-in-failed",
            user.email(),
            null));
    return signedIn ? Optional.of(user) : Optional.empty();
  }
}
