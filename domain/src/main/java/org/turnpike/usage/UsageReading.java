package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.shared.Rejected;

/**
 * What Cloudflare says of one TURN key and one window, as received.
 *
 * @param window the window's start, on a quarter of an hour
 * @param confidence null where Cloudflare gives none
 */
public record UsageReading(Instant window, RelayedVolume volume, Confidence confidence) {
  public UsageReading {
    if (!UsageWindow.floor(window).equals(window)) {
      throw Rejected.invalid("window", window + " is not the start of a usage window.");
    }
    if (volume.egress().isNegative() || volume.ingress().isNegative()) {
      throw Rejected.invalid("volume", "A reading is never negative.");
    }
  }

  /** One without a confidence. */
  public UsageReading(Instant window, RelayedVolume volume) {
    this(window, volume, null);
  }
}
