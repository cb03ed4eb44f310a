package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.shared.TimeRange;

/**
 * What Cloudflare says of one TURN key and a long range in one figure.
 *
 * @param confidence null where Cloudflare gives none
 */
public record UsageSum(
    TimeRange range, RelayedVolume volume, Confidence confidence, Evidence evidence) {
  /** The range's last window, where the ledger puts what the sum differs by. */
  Instant lastWindow() {
    return range.end().minus(UsageWindow.LENGTH);
  }
}
