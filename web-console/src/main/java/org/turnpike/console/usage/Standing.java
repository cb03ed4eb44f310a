package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.util.List;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Meter;
import org.turnpike.console.figures.UsageChart;

/**
 * How a tenant stands in the running period.
 *
 * @param previous the period's before
 * @param outlook where it is heading; null when that is not known
 */
public record Standing(
    Statement statement,
    Statement previous,
    Outlook outlook,
    UsageChart chart,
    List<KeyUse.Row> keys) {
  public Meter meter() {
    return new Meter(
        statement.charge().gigabytes(),
        statement.plan().freeGigabytes(),
        outlook == null ? null : outlook.heading());
  }

  public BigDecimal freeLeft() {
    return statement.plan().freeGigabytes().subtract(statement.charge().freeGigabytes());
  }

  public long liveCredentials() {
    return keys.stream().mapToLong(KeyUse.Row::live).sum();
  }
}
