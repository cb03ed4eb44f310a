package org.turnpike.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageRecord;

public final class InMemoryUsageReports implements UsageReports {
  private final UsageLedger ledger;

  public InMemoryUsageReports(UsageLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Map<TurnKeyId, List<UsageSeries.Point>> series(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    Map<TurnKeyId, Map<Instant, RelayedVolume>> steps = new HashMap<>();
    Slice<UsageRecord> page = ledger.records(tenant, range, Slice.Request.first());
    add(steps, page.items(), granularity, zone);
    while (page.next() != null) {
      page = ledger.records(tenant, range, new Slice.Request(Slice.MOST, page.next()));
      add(steps, page.items(), granularity, zone);
    }
    return steps.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> points(entry.getValue())));
  }

  private static void add(
      Map<TurnKeyId, Map<Instant, RelayedVolume>> steps,
      List<UsageRecord> lines,
      Granularity granularity,
      ZoneId zone) {
    for (UsageRecord line : lines) {
      steps
          .computeIfAbsent(line.turnKey(), key -> new TreeMap<>())
          .merge(
              start(line.windowStart().atZone(zone), granularity),
              line.change(),
              RelayedVolume::plus);
    }
  }

  static Instant start(ZonedDateTime window, Granularity granularity) {
    return switch (granularity) {
      case HOUR -> window.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> window.toLocalDate().atStartOfDay(window.getZone()).toInstant();
      case MONTH ->
          window.toLocalDate().withDayOfMonth(1).atStartOfDay(window.getZone()).toInstant();
    };
  }

  private static List<UsageSeries.Point> points(Map<Instant, RelayedVolume> steps) {
    return steps.entrySet().stream()
        .map(step -> new UsageSeries.Point(step.getKey(), step.getValue()))
        .toList();
  }
}
