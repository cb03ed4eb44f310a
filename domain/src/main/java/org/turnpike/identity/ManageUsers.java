package org.turnpike.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Transactions;

/** Operators invite people, give them roles, disable and enable them. */
@ApplicationScoped
public class ManageUsers {
  private Users users;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ManageUsers() {}

  @Inject
  public ManageUsers(Users users, AuditTrail audit, Transactions transactions, Clock clock) {
    this.users = users;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A person just invited.
   *
   * @param token of the one-time link; shown once
   */
  public record Invitation(User user, Secret token) {}

  public List<User> list(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(users::all);
  }

  public Invitation invite(Caller caller, String email, String name, Set<RoleGrant> roles) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          User user = new User(email, name, roles, clock.instant());
          if (users.findByEmail(user.email()).isPresent()) {
            throw Rejected.conflict("There is a user with the address " + user.email() + ".");
          }
          Secret token = user.invite(clock.instant());
          users.add(user);
          tell(caller, "user.invited", user, describe(roles));
          return new Invitation(user, token);
        });
  }

  /** A new one-time link, for a first password or a forgotten one. */
  public Invitation inviteAgain(Caller caller, UUID id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          User user = find(id);
          if (user.status() == User.Status.DISABLED) {
            throw Rejected.conflict("This user is disabled. Enable the user first.");
          }
          tell(caller, "user.invited-again", user, null);
          return new Invitation(user, user.invite(clock.instant()));
        });
  }

  public User assignRoles(Caller caller, UUID id, Set<RoleGrant> roles) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          User user = find(id);
          user.grant(roles);
          keepAnOperator();
          tell(caller, "user.roles-assigned", user, describe(roles));
          return user;
        });
  }

  public User disable(Caller caller, UUID id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          User user = find(id);
          user.disable(clock.instant());
          keepAnOperator();
          tell(caller, "user.disabled", user, null);
          return user;
        });
  }

  public User enable(Caller caller, UUID id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          User user = find(id);
          user.enable();
          tell(caller, "user.enabled", user, null);
          return user;
        });
  }

  /** The invited person sets a password; the token is used up. */
  public User acceptInvitation(Secret token, Secret password) {
    return transactions.call(
        () -> {
          User user =
              users
                  .findByInvitation(RandomToken.sha256(token.reveal()))
                  .orElseThrow(
                      () ->
                          Rejected.invalid(
                              "token",
                              "This invitation has been used or has expired. Ask for a new one."));
          user.acceptInvitation(password, clock.instant());
          tell(user.caller(null), "user.invitation-accepted", user, null);
          return user;
        });
  }

  /** The first operator, from the settings, when there is no user yet. */
  public void ensureFirstOperator(String email, Secret password) {
    transactions.run(
        () -> {
          if (users.isEmpty()) {
            RoleGrant operator = new RoleGrant(Role.OPERATOR, null);
            User user = new User(email, null, Set.of(operator), clock.instant());
            user.setPassword(password);
            users.add(user);
            tell(Caller.SYSTEM, "user.created", user, describe(user.roles()));
          }
        });
  }

  private User find(UUID id) {
    return users.find(id).orElseThrow(() -> Rejected.notFound("user"));
  }

  private void keepAnOperator() {
    boolean operated =
        users.all().stream()
            .filter(user -> user.status() == User.Status.ACTIVE)
            .flatMap(user -> user.roles().stream())
            .anyMatch(grant -> grant.role() == Role.OPERATOR);
    if (!operated) {
      throw Rejected.conflict("This would leave nobody who can operate Turnpike.");
    }
  }

  private void tell(Caller caller, String action, User user, String detail) {
    audit.append(
        new AuditEntry(clock.instant(), caller.actor(), null, action, user.email(), detail));
  }

  private static String describe(Set<RoleGrant> roles) {
    return roles.stream()
        .map(
            grant ->
                grant.role().wireName() + (grant.tenant() == null ? "" : " of " + grant.tenant()))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
