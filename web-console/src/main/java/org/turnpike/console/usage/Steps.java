package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.Coverage;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.Measure;
import org.turnpike.console.figures.UsageChart;

/** Usage as a chart: steps without usage filled in, small lines together. */
final class Steps {
  private static final int MOST_SERIES = 6;
  private static final ConnectionsSeries NO_CONNECTIONS =
      new ConnectionsSeries(List.of(), Coverage.NONE);

  private final UsageSeries usage;
  private final Measure measure;
  private final List<Instant> starts = new ArrayList<>();

  private Steps(UsageSeries usage, Measure measure) {
    this.usage = usage;
    this.measure = measure;
    Instant step = first();
    while (step.isBefore(usage.range().end())) {
      starts.add(step);
      step = usage.granularity().end(step, usage.zone());
    }
  }

  /** Egress by TURN key. */
  static UsageChart chart(UsageSeries usage) {
    return chart(
        usage,
        Measure.EGRESS,
        usage.keys().stream().map(key -> UsageLine.of(key, NO_CONNECTIONS)).toList());
  }

  /**
   * Of these lines, in the steps of the series.
   *
   * @param lines those without the measure are left out
   */
  static UsageChart chart(UsageSeries usage, Measure measure, List<UsageLine> lines) {
    return new Steps(usage, measure)
        .chart(lines.stream().filter(line -> !line.figures(measure).isEmpty()).toList());
  }

  private UsageChart chart(List<UsageLine> lines) {
    String name = usage.granularity().wireName();
    String heading = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new UsageChart(
        measure,
        heading + ", " + usage.zone().getId(),
        starts.stream().map(this::label).toList(),
        series(lines));
  }

  private List<UsageChart.Series> series(List<UsageLine> lines) {
    if (lines.size() <= MOST_SERIES) {
      return lines.stream().map(line -> series(line.name(), List.of(line))).toList();
    }
    List<UsageLine> large = lines.subList(0, MOST_SERIES - 1);
    List<UsageLine> small = lines.subList(MOST_SERIES - 1, lines.size());
    boolean endless = small.stream().anyMatch(UsageLine::isOther);
    return Stream.concat(
            large.stream().map(line -> series(line.name(), List.of(line))),
            Stream.of(series(endless ? "All others" : small.size() + " others", small)))
        .toList();
  }

  private UsageChart.Series series(String name, List<UsageLine> lines) {
    Map<Instant, BigDecimal> byStart = new TreeMap<>();
    for (UsageLine line : lines) {
      line.figures(measure)
          .forEach((start, figure) -> byStart.merge(start, figure, BigDecimal::add));
    }
    return new UsageChart.Series(
        name, starts.stream().map(start -> byStart.getOrDefault(start, BigDecimal.ZERO)).toList());
  }

  private Instant first() {
    ZoneId zone = usage.zone();
    ZonedDateTime start = usage.range().start().atZone(zone);
    return switch (usage.granularity()) {
      case HOUR -> start.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> start.toLocalDate().atStartOfDay(zone).toInstant();
      case MONTH -> start.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
    };
  }

  private String label(Instant start) {
    String pattern =
        switch (usage.granularity()) {
          case HOUR -> "d MMM HH:mm";
          case DAY -> "d MMM";
          case MONTH -> "MMM uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(start.atZone(usage.zone()));
  }

  /** How many days of such steps a chart can show, and a page hold as its table. */
  static long mostDays(Granularity granularity) {
    return switch (granularity) {
      case HOUR -> 62;
      case DAY -> 366;
      case MONTH -> Long.MAX_VALUE;
    };
  }

  /** Whose steps a chart of this length is best drawn in. */
  static Granularity fitting(long days) {
    if (days <= 2) {
      return Granularity.HOUR;
    }
    return days <= 92 ? Granularity.DAY : Granularity.MONTH;
  }
}
