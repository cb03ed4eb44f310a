package org.turnpike.simulator.graphql;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One dataset of one account, asked once.
 *
 * @param dimensions what to group by, in the order of selection
 * @param orderBy such as {@code datetimeHour_ASC}
 */
record UsageQuery(
    String accountId,
    UsageFilter filter,
    long limit,
    List<String> orderBy,
    List<Dimension> dimensions,
    int fields) {

  /** The time to look at, or the refusal that Cloudflare would give. */
  TimeSpan allowed(DatasetLimits limits, Instant now) {
    if (limit < 1 || limit > limits.maxPageSize()) {
      throw QueryRefused.quota(
          "limit must be positive number and not greater than " + limits.maxPageSize());
    }
    if (fields > limits.maxNumberOfFields()) {
      throw QueryRefused.quota("number of fields can't be more than " + limits.maxNumberOfFields());
    }
    Instant oldest = now.minus(limits.notOlderThan());
    Instant from = filter.span().from() == null ? oldest : filter.span().from();
    Instant to = filter.span().to() == null ? now : filter.span().to();
    if (from.isBefore(oldest)) {
      throw QueryRefused.quota(
          "account \"%s\" cannot request data older than %s, but your query requests data from %s ago"
              .formatted(
                  accountId,
                  Ages.spelt(limits.notOlderThan()),
                  Ages.spelt(Duration.between(from, now))));
    }
    Duration width = Duration.between(from, to);
    if (width.compareTo(limits.maxDuration()) > 0) {
      throw QueryRefused.quota(
          "account \"%s\" cannot request a time range wider than %s, but your query time range spans %s"
              .formatted(accountId, Ages.spelt(limits.maxDuration()), Ages.spelt(width)));
    }
    return new TimeSpan(from, to);
  }
}
