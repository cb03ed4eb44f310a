package org.turnpike.analytics;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.turnpike.audit.Actor;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/**
 * Usage of one credential that should not be there. Life: open, and each further hour of the same
 * credential for the same reason adds to it; then dismissed by a person with a reason, after which
 * further usage opens another; deleted after the retention.
 */
@Entity
@Table(name = "possible_leak")
public class PossibleLeak {
  /** So many characters of a username are for everybody to see. */
  public static final int HINT = 8;

  /** Stands for what a hint leaves out. */
  static final String CUT = "…";

  private static final int LONGEST_WHY = 500;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private LeakId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "turn_key_id"))
  private TurnKeyId turnKey;

  private String username;

  @Enumerated(EnumType.STRING)
  private LeakReason reason;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "grant_id"))
  private GrantId grant;

  @Column(name = "first_hour")
  private Instant firstHour;

  @Column(name = "last_hour")
  private Instant lastHour;

  private int hours;

  @Column(name = "egress_bytes")
  private long egressBytes;

  @Column(name = "ingress_bytes")
  private long ingressBytes;

  @Embedded private Asked asked;

  @Column(name = "noted_at")
  private Instant notedAt;

  @Column(name = "dismissed_at")
  private Instant dismissedAt;

  @Column(name = "dismissed_by")
  private String dismissedBy;

  @Column(name = "dismissed_why")
  private String dismissedWhy;

  @Version private long version;

  protected PossibleLeak() {}

  /**
   * One without usage yet.
   *
   * @param grant null when nobody was handed the credential
   */
  PossibleLeak(
      TurnKey key, String username, LeakReason reason, CredentialGrant grant, Instant now) {
    this.id = new LeakId(UuidV7.at(now));
    this.tenant = key.tenant();
    this.turnKey = key.id();
    this.username = username;
    this.reason = reason;
    this.grant = grant == null ? null : grant.id();
    this.notedAt = now;
  }

  /** Adds an hour of the credential's usage, each once. */
  void add(Share<String> use, Asked asked) {
    RelayedVolume sum = volume().plus(use.volume());
    Instant hour = use.hour();
    this.firstHour = firstHour == null || hour.isBefore(firstHour) ? hour : firstHour;
    this.lastHour = lastHour == null || hour.isAfter(lastHour) ? hour : lastHour;
    this.hours++;
    this.egressBytes = sum.egress().bytes();
    this.ingressBytes = sum.ingress().bytes();
    this.asked = asked;
  }

  void dismiss(Actor by, String why, Instant now) {
    if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
      throw Rejected.invalid("why", "why needs 1 to " + LONGEST_WHY + " characters.");
    }
    if (!isOpen()) {
      throw Rejected.conflict("This possible leak has been dismissed already.");
    }
    dismissedAt = now;
    dismissedBy = by.name();
    dismissedWhy = why.strip();
  }

  public boolean isOpen() {
    return dismissedAt == null;
  }

  public LeakId id() {
    return id;
  }

  public TenantId tenant() {
    return tenant;
  }

  public TurnKeyId turnKey() {
    return turnKey;
  }

  /** Half of the credential. */
  public String username() {
    return username;
  }

  /** Enough of it to tell credentials apart, and too little to use one. */
  public String usernameHint() {
    return username.length() <= HINT ? username : username.substring(0, HINT) + CUT;
  }

  public LeakReason reason() {
    return reason;
  }

  /** Whose it was; nothing when nobody was handed it. The grant itself may be forgotten by now. */
  public Optional<GrantId> grant() {
    return Optional.ofNullable(grant);
  }

  /** The start of the first hour of it. */
  public Instant firstHour() {
    return firstHour;
  }

  /** The start of the last hour of it. */
  public Instant lastHour() {
    return lastHour;
  }

  /** How many hours had such usage. */
  public int hours() {
    return hours;
  }

  /** Of all of those hours. */
  public RelayedVolume volume() {
    return RelayedVolume.ofBytes(egressBytes, ingressBytes);
  }

  /** Where the latest hour comes from. */
  public Asked asked() {
    return asked;
  }

  public Instant notedAt() {
    return notedAt;
  }

  /** Null while open; likewise the others. */
  public Instant dismissedAt() {
    return dismissedAt;
  }

  /** The person's or API key's name. */
  public String dismissedBy() {
    return dismissedBy;
  }

  public String dismissedWhy() {
    return dismissedWhy;
  }
}
