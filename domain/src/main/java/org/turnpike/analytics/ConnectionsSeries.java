package org.turnpike.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;

/**
 * Connections of a tenant's TURN keys over time: figures for display, beside a series of usage.
 *
 * @param keys a row for each that had any in the range, the busiest first
 */
public record ConnectionsSeries(List<KeyRow> keys, Coverage coverage) {
  private static final int PLACES = 3;

  /** One TURN key's steps, those without connections left out. */
  public record KeyRow(TurnKey turnKey, List<Point> points, Connections whole) {}

  /** The step that starts there. */
  public record Point(Instant start, Connections connections) {}

  /** Nothing where no hour of the key is known in the range. */
  static Optional<KeyRow> row(
      TurnKey key, List<BreakdownReports.Step> steps, UsageSeries beside, TimeRange known) {
    Coverage coverage = new Coverage(known.start(), known.end());
    TimeRange range = beside.range();
    List<Point> points =
        steps.stream()
            .map(step -> point(step, beside, coverage))
            .flatMap(Optional::stream)
            .toList();
    BigDecimal sum =
        steps.stream().map(BreakdownReports.Step::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    return steps.stream()
        .map(BreakdownReports.Step::peak)
        .max(Comparator.naturalOrder())
        .flatMap(peak -> over(peak, sum, coverage.within(range.start(), range.end())))
        .map(whole -> new KeyRow(key, points, whole));
  }

  private static Optional<Point> point(
      BreakdownReports.Step step, UsageSeries beside, Coverage known) {
    Instant end = beside.granularity().end(step.start(), beside.zone());
    TimeRange range = beside.range();
    return over(
            step.peak(),
            step.sum(),
            known.within(
                step.start().isAfter(range.start()) ? step.start() : range.start(),
                end.isBefore(range.end()) ? end : range.end()))
        .map(connections -> new Point(step.start(), connections));
  }

  private static Optional<Connections> over(BigDecimal peak, BigDecimal sum, long hours) {
    return hours == 0
        ? Optional.empty()
        : Optional.of(
            new Connections(
                peak, sum.divide(BigDecimal.valueOf(hours), PLACES, RoundingMode.HALF_UP)));
  }
}
