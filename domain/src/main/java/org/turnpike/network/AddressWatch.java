package org.turnpike.network;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.shared.Rejected;

/**
 * What firewalls are open for, against what the DNS says; there is one. It begins with the
 * addresses that Cloudflare publishes. An address that is seen and not opened starts a countdown;
 * others that are seen during it join it and move no deadline. It ends when a person says that the
 * firewall is open, or when every address seen is one that is opened again. An address that is
 * opened and no longer seen breaks nothing: it starts none.
 */
@Entity
@Table(name = "address_watch")
public class AddressWatch {
  /** Of the one there is. */
  public static final int ID = 1;

  @Id private int id;

  private AddressSet opened;

  @Embedded
  @AttributeOverride(name = "addresses", column = @Column(name = "ipv4_addresses"))
  @AttributeOverride(name = "at", column = @Column(name = "ipv4_seen_at"))
  @AttributeOverride(name = "problem", column = @Column(name = "ipv4_problem"))
  private Sight ipv4;

  @Embedded
  @AttributeOverride(name = "addresses", column = @Column(name = "ipv6_addresses"))
  @AttributeOverride(name = "at", column = @Column(name = "ipv6_seen_at"))
  @AttributeOverride(name = "problem", column = @Column(name = "ipv6_problem"))
  private Sight ipv6;

  @Column(name = "looked_at")
  private Instant lookedAt;

  @Embedded
  @AttributeOverride(name = "since", column = @Column(name = "countdown_since"))
  @AttributeOverride(name = "until", column = @Column(name = "countdown_until"))
  @AttributeOverride(name = "addresses", column = @Column(name = "countdown_addresses"))
  @AttributeOverride(name = "toldAt", column = @Column(name = "countdown_told_at"))
  private Countdown countdown;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Version private long version;

  /** What a look brought that is to be told. */
  enum Change {
    NOTHING,
    BEGUN,
    EXTENDED,
    REMINDED,
    RETURNED
  }

  public AddressWatch() {
    id = ID;
    opened = AddressSet.PUBLISHED;
  }

  /** Takes over what a look found. */
  Change saw(Look look) {
    ipv4 = look.after(Family.IPV4, sight(Family.IPV4));
    ipv6 = look.after(Family.IPV6, sight(Family.IPV6));
    lookedAt = look.at();
    AddressSet strange = seen().minus(opened);
    if (countdown == null) {
      return strange.isEmpty() ? Change.NOTHING : begin(strange);
    }
    if (strange.isEmpty()) {
      countdown = null;
      return Change.RETURNED;
    }
    return goOn(strange);
  }

  private Change begin(AddressSet strange) {
    countdown = Countdown.begin(strange, lookedAt);
    return Change.BEGUN;
  }

  private Change goOn(AddressSet strange) {
    if (!countdown.addresses().covers(strange)) {
      countdown = countdown.extended(strange, lookedAt);
      return Change.EXTENDED;
    }
    if (countdown.isToBeReminded(lookedAt)) {
      countdown = countdown.told(lookedAt);
      return Change.REMINDED;
    }
    return Change.NOTHING;
  }

  /**
   * The firewall is open for these now, and for no others; of a family that was never seen, what
   * was open stays so.
   *
   * @param by who says so, as people know him
   */
  void acknowledge(AddressSet open, String by, Instant now) {
    AddressSet missing = wanted().minus(open);
    if (!missing.isEmpty()) {
      throw Rejected.conflict(
          "The firewall is to be open for " + missing + " as well. Look at the addresses again.");
    }
    for (Family family : Family.values()) {
      if (sight(family).at() == null) {
        open = open.plus(opened.of(family));
      }
    }
    opened = open;
    countdown = null;
    acknowledgedAt = now;
    acknowledgedBy = by;
  }

  /** What firewalls are open for. */
  public AddressSet opened() {
    return opened;
  }

  public Sight sight(Family family) {
    Sight sight = family == Family.IPV4 ? ipv4 : ipv6;
    return sight == null ? Sight.NONE : sight; // JPA reads nothing but nulls as null
  }

  /** Of both families, each when it was last answered. */
  public AddressSet seen() {
    return sight(Family.IPV4).seen().plus(sight(Family.IPV6).seen());
  }

  /** What firewalls have to be open for: all that is seen, and all that the countdown is about. */
  public AddressSet wanted() {
    return countdown == null ? seen() : seen().plus(countdown.addresses());
  }

  /** What clients connect to now; of a family that was never seen, what is open for it. */
  public AddressSet inUse() {
    AddressSet inUse = AddressSet.NONE;
    for (Family family : Family.values()) {
      AddressSet wanted = wanted().of(family);
      inUse = inUse.plus(wanted.isEmpty() ? opened.of(family) : wanted);
    }
    return inUse;
  }

  /** What is to be opened. */
  public AddressSet added() {
    return wanted().minus(opened);
  }

  /** What is open and no longer seen, of families that have been looked at. */
  public AddressSet removed() {
    AddressSet gone = AddressSet.NONE;
    for (Family family : Family.values()) {
      if (sight(family).at() != null) {
        gone = gone.plus(opened.of(family).minus(wanted()));
      }
    }
    return gone;
  }

  /** Null while none runs. */
  public Countdown countdown() {
    return countdown;
  }

  /** The last look, whatever came of it; null before the first. */
  public Instant lookedAt() {
    return lookedAt;
  }

  /** Null while nobody ever said that the firewall is open. */
  public Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  public String acknowledgedBy() {
    return acknowledgedBy;
  }

  int id() {
    return id;
  }
}
