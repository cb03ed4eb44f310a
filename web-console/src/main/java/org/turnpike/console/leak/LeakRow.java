package org.turnpike.console.leak;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.turnpike.analytics.LeakReason;
import org.turnpike.analytics.PossibleLeak;

/**
 * A possible leak as the page shows it.
 *
 * @param hint the start of the username
 * @param username all of it; null for whoever may not see whose it was
 * @param turnKey its name
 * @param egress in gigabytes, as ingress
 * @param holder null when it was issued to nobody, or nobody knows any more
 */
public record LeakRow(
    String id,
    LeakReason reason,
    String hint,
    String username,
    String turnKey,
    Instant firstHour,
    Instant lastHour,
    int hours,
    BigDecimal egress,
    BigDecimal ingress,
    String question,
    Instant askedAt,
    String replySha256,
    Dismissed dismissed,
    Holder holder)
    implements Serializable {

  /** By whom, when and why. */
  public record Dismissed(Instant at, String by, String why) implements Serializable {}

  /**
   * Whose credential it was.
   *
   * @param identifier null for none
   * @param apiKey its name
   * @param revokedAt null unless revoked
   */
  public record Holder(
      String grant,
      String identifier,
      String apiKey,
      String address,
      Instant issuedAt,
      Instant expiresAt,
      Instant revokedAt)
      implements Serializable {
    boolean isLive(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }
  }

  static LeakRow of(PossibleLeak leak, String turnKey, boolean whole, Holder holder) {
    return new LeakRow(
        leak.id().toString(),
        leak.reason(),
        leak.usernameHint(),
        whole ? leak.username() : null,
        turnKey,
        leak.firstHour(),
        leak.lastHour(),
        leak.hours(),
        leak.volume().egress().gigabytes(),
        leak.volume().ingress().gigabytes(),
        leak.asked().question(),
        leak.asked().at(),
        leak.asked().replySha256(),
        leak.isOpen()
            ? null
            : new Dismissed(leak.dismissedAt(), leak.dismissedBy(), leak.dismissedWhy()),
        holder);
  }

  /** The end of the last hour. */
  public Instant end() {
    return lastHour.plusSeconds(3600);
  }
}
