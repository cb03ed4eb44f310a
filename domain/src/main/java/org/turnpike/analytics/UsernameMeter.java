package org.turnpike.analytics;

import java.util.List;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageMeter;

/**
 * Cloudflare's usage by the username of credentials. It throws what {@link BreakdownMeter} does,
 * and leaves to billed usage what that leaves.
 *
 * <p>Source: GraphQL dataset {@code callsTurnUsageAdaptiveGroups}.
 */
public interface UsernameMeter {
  UsageMeter.Horizon horizon(CloudflareAccount account);

  /** As {@link BreakdownMeter#isAtLeisure}. */
  boolean isAtLeisure(CloudflareAccount account);

  /**
   * As many answers as it took, together of all these hours; of an hour with more rows than
   * Cloudflare tells, the largest.
   *
   * @param hours whole ones, at most the horizon's widest
   */
  List<UsernameUsage> read(CloudflareAccount account, TurnKey key, TimeRange hours);
}
