package org.turnpike.systemtests.ledger;

import java.time.Duration;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.graphql.DatasetLimits;

/** What Cloudflare's analytics allow, and how soon their figures are final. */
final class Rules {
  private static final DatasetLimits USUAL = DatasetLimits.DEFAULT;

  private Rules() {}

  static AnalyticsRules usual() {
    return AnalyticsRules.DEFAULT;
  }

  static AnalyticsRules pageSize(int rows) {
    return limits(USUAL.notOlderThan(), USUAL.maxDuration(), rows);
  }

  static AnalyticsRules limits(Duration retention, Duration widestRange) {
    return limits(retention, widestRange, USUAL.maxPageSize());
  }

  private static AnalyticsRules limits(Duration retention, Duration widestRange, int rows) {
    return new AnalyticsRules(
        AnalyticsRules.DEFAULT.settling(),
        new DatasetLimits(true, retention, widestRange, rows, USUAL.maxNumberOfFields()),
        false);
  }
}
