package org.turnpike.simulator.graphql;

import java.time.Duration;

/**
 * What a dataset allows. Cloudflare publishes these for no Realtime dataset: a caller must ask.
 *
 * @param notOlderThan how far back data is kept
 * @param maxDuration the widest range of one query
 * @param maxPageSize the most rows of one answer
 */
public record DatasetLimits(
    boolean enabled,
    Duration notOlderThan,
    Duration maxDuration,
    int maxPageSize,
    int maxNumberOfFields) {

  public static final DatasetLimits DEFAULT =
      new DatasetLimits(true, Duration.ofDays(92), Duration.ofDays(31), 10_000, 30);
}
