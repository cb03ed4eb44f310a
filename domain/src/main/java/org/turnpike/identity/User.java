package org.turnpike.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.turnpike.audit.Actor;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.UuidV7;

/**
 * A person who uses the console. Life: invited by a one-time link, active once a password is set;
 * disabled and enabled again by an operator; never deleted, because the audit trail names him.
 */
@Entity
@Table(name = "user_account")
public class User {
  private static final Duration INVITATION_LIFE = Duration.ofDays(7);
  private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+");

  @Id private UUID id;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "invitation_hash")
  private String invitationHash;

  @Column(name = "invitation_expires_at")
  private Instant invitationExpiresAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "user_role", joinColumns = @JoinColumn(name = "user_id"))
  private Set<RoleGrant> roles = new HashSet<>();

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  @Column(name = "last_sign_in_at")
  private Instant lastSignInAt;

  @Version private long version;

  protected User() {}

  public User(String email, String name, Set<RoleGrant> roles, Instant now) {
    if (!isAddress(email)) {
      throw Rejected.invalid("email", "email must be an address such as name@example.com.");
    }
    this.id = UuidV7.at(now);
    this.email = email.strip().toLowerCase(Locale.ROOT);
    this.name = name == null || name.isBlank() ? this.email : Name.checked(name);
    this.createdAt = now;
    grant(roles);
  }

  static boolean isAddress(String email) {
    return email != null && email.length() <= 254 && EMAIL.matcher(email).matches();
  }

  /** Where a person stands. */
  public enum Status {
    INVITED,
    ACTIVE,
    DISABLED
  }

  public Status status() {
    if (disabledAt != null) {
      return Status.DISABLED;
    }
    return passwordHash == null ? Status.INVITED : Status.ACTIVE;
  }

  /** Makes a new one-time link's token, valid for seven days; an earlier one ends. */
  Secret invite(Instant now) {
    Secret token = RandomToken.random("");
    invitationHash = RandomToken.sha256(token.reveal());
    invitationExpiresAt = now.plus(INVITATION_LIFE);
    return token;
  }

  void acceptInvitation(Secret password, Instant now) {
    if (disabledAt != null || invitationExpiresAt == null || !now.isBefore(invitationExpiresAt)) {
      throw Rejected.invalid(
          "token", "This invitation has been used or has expired. Ask for a new one.");
    }
    setPassword(password);
    invitationHash = null;
    invitationExpiresAt = null;
  }

  void setPassword(Secret password) {
    passwordHash = PasswordHash.of(password);
  }

  /** Whether the password is right and the person may sign in; slow by design. */
  boolean opensWith(Secret password) {
    return PasswordHash.matches(passwordHash, password) && status() == Status.ACTIVE;
  }

  /**
   * Differs from one password to the next and tells neither; empty before the first. A session
   * remembers it, and ends when it changes.
   */
  public String passwordMark() {
    return passwordHash == null ? "" : RandomToken.sha256(passwordHash);
  }

  void signedIn(Instant now) {
    lastSignInAt = now;
  }

  void grant(Set<RoleGrant> newRoles) {
    if (newRoles == null || newRoles.isEmpty()) {
      throw Rejected.invalid("roles", "A user needs at least one role.");
    }
    roles = new HashSet<>(newRoles); // replaced, not edited: rows without tenant match no equals
  }

  void disable(Instant now) {
    disabledAt = now;
    invitationHash = null;
    invitationExpiresAt = null;
  }

  void enable() {
    disabledAt = null;
  }

  /** This person as a caller from that network address. */
  public Caller caller(String address) {
    return Caller.of(new Actor(Actor.Kind.USER, id, email, address), roles);
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public Set<RoleGrant> roles() {
    return Set.copyOf(roles);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant lastSignInAt() {
    return lastSignInAt;
  }
}
