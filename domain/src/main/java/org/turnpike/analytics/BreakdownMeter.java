package org.turnpike.analytics;

import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageMeter;

/**
 * Cloudflare's break-downs of relay usage. Each call throws {@code Unavailable} when Cloudflare
 * cannot be reached, limits us, or no more of our budget of queries is left than billed usage may
 * need, and {@code Rejected} when it refuses the question.
 *
 * <p>Source: GraphQL dataset {@code callsTurnUsageAdaptiveGroups}.
 */
public interface BreakdownMeter {
  UsageMeter.Horizon horizon(CloudflareAccount account);

  /** Whether so much of the budget is left that there is time for what is long past, too. */
  boolean isAtLeisure(CloudflareAccount account);

  /**
   * Breaks the range down; of an hour with more rows than Cloudflare tells, the largest.
   *
   * @param hours whole ones, at most the horizon's widest
   */
  Breakdown read(CloudflareAccount account, TurnKey key, TimeRange hours);
}
