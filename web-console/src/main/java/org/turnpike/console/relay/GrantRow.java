package org.turnpike.console.relay;

import java.io.Serializable;
import java.time.Instant;

/**
 * A grant as the page shows it.
 *
 * @param customIdentifier null for none
 * @param source what served it, as the API calls it
 * @param turnKey its name
 * @param apiKey its name
 * @param address the network address it was asked for from
 * @param revokedAt null unless revoked
 */
public record GrantRow(
    String id,
    String customIdentifier,
    String source,
    String turnKey,
    String apiKey,
    String address,
    Instant issuedAt,
    Instant expiresAt,
    Instant revokedAt)
    implements Serializable {

  /** When it ended, or will. */
  public Instant endsAt() {
    return revokedAt == null ? expiresAt : revokedAt;
  }

  String state(Instant now) {
    if (revokedAt != null) {
      return "Revoked";
    }
    return now.isBefore(expiresAt) ? "Live" : "Expired";
  }
}
