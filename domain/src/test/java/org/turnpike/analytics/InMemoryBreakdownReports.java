package org.turnpike.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

public final class InMemoryBreakdownReports implements BreakdownReports {
  private final InMemoryUsageBreakdowns breakdowns;

  private record Name(String text, boolean erased) {}

  public InMemoryBreakdownReports(InMemoryUsageBreakdowns breakdowns) {
    this.breakdowns = breakdowns;
  }

  @Override
  public List<BreakdownSeries.Row> rows(
      TenantId tenant,
      Dimension dimension,
      TimeRange range,
      Granularity granularity,
      ZoneId zone,
      int most) {
    Map<Name, Map<Instant, RelayedVolume>> steps = new HashMap<>();
    shares(tenant, dimension)
        .filter(share -> isWithin(share.hour(), range))
        .forEach(
            share ->
                steps
                    .computeIfAbsent(share.whose(), name -> new TreeMap<>())
                    .merge(
                        InMemoryUsageReports.start(share.hour().atZone(zone), granularity),
                        share.volume(),
                        RelayedVolume::plus));
    return steps.entrySet().stream()
        .map(row -> row(row.getKey(), row.getValue()))
        .sorted(
            Comparator.comparing((BreakdownSeries.Row row) -> row.total().egress())
                .reversed()
                .thenComparing(BreakdownSeries.Row::name)
                .thenComparing(BreakdownSeries.Row::erased))
        .limit(most)
        .toList();
  }

  private static BreakdownSeries.Row row(Name name, Map<Instant, RelayedVolume> steps) {
    return new BreakdownSeries.Row(
        name.text(),
        name.erased(),
        steps.entrySet().stream()
            .map(step -> new UsageSeries.Point(step.getKey(), step.getValue()))
            .toList());
  }

  private Stream<Share<Name>> shares(TenantId tenant, Dimension dimension) {
    return dimension == Dimension.CUSTOM_IDENTIFIER
        ? breakdowns.identifiers().stream()
            .filter(row -> row.tenant().equals(tenant))
            .map(row -> named(row.share(), identifier(row.share().whose())))
        : breakdowns.places().stream()
            .filter(row -> row.tenant().equals(tenant))
            .map(row -> named(row.share(), place(row.share().whose(), dimension)));
  }

  private static Share<Name> named(Share<?> share, Name name) {
    return new Share<>(share.hour(), name, share.volume());
  }

  private Name identifier(Long surrogate) {
    return breakdowns.name(surrogate).map(name -> new Name(name, false)).orElse(new Name("", true));
  }

  private static Name place(Place place, Dimension dimension) {
    return new Name(
        dimension == Dimension.COUNTRY
            ? place.country()
            : String.join(
                ", ",
                Stream.of(place.city(), place.country()).filter(part -> !part.isEmpty()).toList()),
        false);
  }

  @Override
  public Map<TurnKeyId, List<Step>> connections(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    Map<TurnKeyId, TreeMap<Instant, Step>> steps = new HashMap<>();
    breakdowns.connections().stream()
        .filter(row -> row.tenant().equals(tenant) && isWithin(row.hour().hour(), range))
        .forEach(
            row -> {
              Instant start =
                  InMemoryUsageReports.start(row.hour().hour().atZone(zone), granularity);
              steps
                  .computeIfAbsent(row.key(), key -> new TreeMap<>())
                  .merge(
                      start,
                      new Step(start, row.hour().peak(), row.hour().mean()),
                      InMemoryBreakdownReports::both);
            });
    Map<TurnKeyId, List<Step>> inOrder = new HashMap<>();
    steps.forEach((key, of) -> inOrder.put(key, new ArrayList<>(of.values())));
    return inOrder;
  }

  private static Step both(Step one, Step other) {
    BigDecimal peak = one.peak().max(other.peak());
    return new Step(one.start(), peak, one.sum().add(other.sum()));
  }

  private static boolean isWithin(Instant hour, TimeRange range) {
    return !hour.isBefore(range.start()) && !hour.plus(Duration.ofHours(1)).isAfter(range.end());
  }
}
