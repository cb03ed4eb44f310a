package org.turnpike.analytics;

import java.util.List;
import org.turnpike.shared.TimeRange;

/**
 * What one TURN key relayed by hour and username, as one answer of Cloudflare's tells it.
 *
 * @param hours all of which it tells
 * @param shares by username, empty for what had none
 */
public record UsernameUsage(TimeRange hours, List<Share<String>> shares, Asked asked) {
  public UsernameUsage {
    shares = List.copyOf(shares);
  }
}
