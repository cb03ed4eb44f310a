package org.turnpike.analytics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.turnpike.shared.Rejected;
import org.turnpike.usage.RelayedVolume;

/**
 * What one of many relayed in one hour, as Cloudflare estimates it.
 *
 * @param hour its start, UTC
 * @param whose an identifier, or a place
 */
public record Share<T>(Instant hour, T whose, RelayedVolume volume) {
  public Share {
    if (!hour.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
      throw Rejected.invalid("hour", hour + " is not the start of an hour.");
    }
    if (volume.egress().isNegative() || volume.ingress().isNegative()) {
      throw Rejected.invalid("volume", "A share is never negative.");
    }
  }
}
