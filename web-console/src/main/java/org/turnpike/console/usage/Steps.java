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
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.EgressChart;

/** A usage series as a chart: steps without usage filled in, small TURN keys together. */
final class Steps {
  private static final int MOST_SERIES = 6;

  private final UsageSeries usage;
  private final List<Instant> starts = new ArrayList<>();

  private Steps(UsageSeries usage) {
    this.usage = usage;
    ZonedDateTime step = first();
    while (step.toInstant().isBefore(usage.range().end())) {
      starts.add(step.toInstant());
      step = next(step);
    }
  }

  static EgressChart chart(UsageSeries usage) {
    return new Steps(usage).chart();
  }

  private EgressChart chart() {
    String name = usage.granularity().wireName();
    String heading = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new EgressChart(
        heading + ", " + usage.zone().getId(), starts.stream().map(this::label).toList(), series());
  }

  private List<EgressChart.Series> series() {
    List<UsageSeries.KeyRow> rows = usage.keys();
    if (rows.size() <= MOST_SERIES) {
      return rows.stream().map(row -> series(row.turnKey().name(), List.of(row))).toList();
    }
    List<UsageSeries.KeyRow> large = rows.subList(0, MOST_SERIES - 1);
    List<UsageSeries.KeyRow> small = rows.subList(MOST_SERIES - 1, rows.size());
    return Stream.concat(
            large.stream().map(row -> series(row.turnKey().name(), List.of(row))),
            Stream.of(series(small.size() + " others", small)))
        .toList();
  }

  private EgressChart.Series series(String name, List<UsageSeries.KeyRow> rows) {
    Map<Instant, BigDecimal> byStart = new TreeMap<>();
    for (UsageSeries.KeyRow row : rows) {
      for (UsageSeries.Point point : row.points()) {
        byStart.merge(point.start(), point.volume().egress().gigabytes(), BigDecimal::add);
      }
    }
    return new EgressChart.Series(
        name, starts.stream().map(start -> byStart.getOrDefault(start, BigDecimal.ZERO)).toList());
  }

  private ZonedDateTime first() {
    ZoneId zone = usage.zone();
    ZonedDateTime start = usage.range().start().atZone(zone);
    return switch (usage.granularity()) {
      case HOUR -> start.truncatedTo(ChronoUnit.HOURS);
      case DAY -> start.toLocalDate().atStartOfDay(zone);
      case MONTH -> start.toLocalDate().withDayOfMonth(1).atStartOfDay(zone);
    };
  }

  private ZonedDateTime next(ZonedDateTime step) {
    return switch (usage.granularity()) {
      case HOUR -> step.plusHours(1);
      case DAY -> step.toLocalDate().plusDays(1).atStartOfDay(usage.zone());
      case MONTH -> step.toLocalDate().plusMonths(1).atStartOfDay(usage.zone());
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
