package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/**
 * Cloudflare's analytics of relay usage: estimates, a little late, restated for a while. Each call
 * throws {@code Unavailable} when Cloudflare cannot be reached, limits us, or our own budget of
 * queries is used up, and {@code Rejected} when it refuses the question.
 *
 * <p>Source: GraphQL dataset {@code callsTurnUsageAdaptiveGroups}.
 */
public interface UsageMeter {
  /**
   * How far one may ask, read from the dataset's own settings.
   *
   * @param retention how long data is kept
   * @param widestRange the longest range of one question
   */
  record Horizon(Duration retention, Duration widestRange) {}

  Horizon horizon(CloudflareAccount account);

  /**
   * What the key, or the share of one, relayed in the range: as many answers as it took, one behind
   * the other, together of the whole range. A reply that may be cut short is never passed on.
   *
   * @param range on window borders, at most the horizon's widest
   */
  List<UsageAnswer> read(CloudflareAccount account, TurnKey key, TimeRange range);

  /**
   * The custom identifiers seen on a key in the range, an empty one for usage without any. That is
   * what its shares are told from; no figure comes from it.
   *
   * @param range as in {@link #read}
   */
  Set<String> identifiers(CloudflareAccount account, TurnKey key, TimeRange range);

  /**
   * What the key relayed in the range as one figure: of sampled data the best there is.
   *
   * @param range as in {@link #read}
   */
  UsageSum sum(CloudflareAccount account, TurnKey key, TimeRange range);

  /**
   * How much of the budget of queries is used.
   *
   * @param asked when each query of the last five minutes was made, oldest first
   * @param most how many are allowed in five minutes
   */
  record Spending(List<Instant> asked, int most) {}

  /** Of the account's token, as far as this node knows; asks nobody. */
  Spending spending(CloudflareAccount account);

  /**
   * Counts queries that other nodes made; those that are known here stay counted once.
   *
   * @param asked when each was made
   */
  void count(CloudflareAccount account, List<Instant> asked);
}
