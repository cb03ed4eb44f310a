package org.turnpike.analytics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Sums over break-downs, made where they are. Counted are hours that lie wholly within the range;
 * an hour belongs to the step it starts in.
 */
public interface BreakdownReports {
  /**
   * Connections of a step.
   *
   * @param sum of its hours' means
   */
  record Step(Instant start, BigDecimal peak, BigDecimal sum) {}

  /**
   * The largest in the range, the largest first, each with its steps in order of time; those who
   * were erased are one.
   */
  List<BreakdownSeries.Row> rows(
      TenantId tenant,
      Dimension dimension,
      TimeRange range,
      Granularity granularity,
      ZoneId zone,
      int most);

  /** By TURN key, the steps with connections in order of time. */
  Map<TurnKeyId, List<Step>> connections(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone);
}
