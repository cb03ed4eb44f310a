package org.turnpike.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryRelayReports implements RelayReports {
  private final InMemoryTransactions transactions;
  private final Table<Key, Row> calls;

  private record Key(TenantId tenant, CallId call) {}

  private record Row(Key key, RelayReport report, Instant firstAt, Instant lastAt) {}

  public InMemoryRelayReports(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.calls = transactions.table(Row::key);
  }

  @Override
  public void keep(TenantId tenant, RelayReport report, Instant now) {
    if (!transactions.reach().includes(tenant)) {
      throw new IllegalStateException("The tenant is out of reach");
    }
    Key key = new Key(tenant, report.call());
    Optional<Row> earlier = calls.find(key);
    if (earlier.isEmpty() || earlier.get().report().sequence() < report.sequence()) {
      calls.put(new Row(key, report, earlier.map(Row::firstAt).orElse(now), now));
    }
  }

  @Override
  public QualityFigures whole(TenantId tenant, TimeRange range) {
    return sum(connected(tenant, range).toList());
  }

  @Override
  public List<OfPath> byPath(TenantId tenant, TimeRange range) {
    return by(tenant, range, RelayReport::path, Comparator.comparing(CallPath::toString))
        .map(entry -> new OfPath(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public List<OfCountry> byCountry(TenantId tenant, TimeRange range) {
    return by(tenant, range, RelayReport::country, Comparator.comparing(Country::code))
        .map(entry -> new OfCountry(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public Map<AllocationLimit, Long> near(TenantId tenant, TimeRange range) {
    Map<AllocationLimit, Long> near = new EnumMap<>(AllocationLimit.class);
    for (AllocationLimit limit : AllocationLimit.values()) {
      near.put(
          limit,
          connected(tenant, range)
              .filter(call -> call.path().route() == Route.RELAYED)
              .filter(call -> peak(call.figures(), limit) >= limit.near())
              .count());
    }
    return near;
  }

  @Override
  public Map<FailedJoin, Long> failures(TenantId tenant, TimeRange range) {
    return of(tenant, range)
        .filter(call -> call.failure() != null)
        .collect(Collectors.groupingBy(RelayReport::failure, Collectors.counting()));
  }

  @Override
  public Optional<Instant> lastAt(TenantId tenant) {
    return seen(tenant).map(Row::lastAt).max(Comparator.naturalOrder());
  }

  @Override
  public int forgetBefore(Instant instant) {
    List<Key> old =
        calls.all().stream()
            .filter(row -> transactions.reach().includes(row.key().tenant()))
            .filter(row -> row.lastAt().isBefore(instant))
            .map(Row::key)
            .toList();
    old.forEach(calls::remove);
    return old.size();
  }

  private <K> Stream<Map.Entry<K, QualityFigures>> by(
      TenantId tenant, TimeRange range, Function<RelayReport, K> key, Comparator<K> order) {
    return connected(tenant, range).collect(Collectors.groupingBy(key)).entrySet().stream()
        .map(entry -> Map.entry(entry.getKey(), sum(entry.getValue())))
        .sorted(
            Comparator.comparing((Map.Entry<K, QualityFigures> entry) -> -entry.getValue().calls())
                .thenComparing(Map.Entry::getKey, order));
  }

  private static QualityFigures sum(List<RelayReport> calls) {
    return new QualityFigures(
        calls.size(),
        calls.stream().filter(call -> call.path().route() == Route.RELAYED).count(),
        percentile(calls, CallFigures::roundTripMs, "0.5"),
        percentile(calls, CallFigures::roundTripMs, "0.95"),
        percentile(calls, CallFigures::jitterMs, "0.5"),
        total(calls, CallFigures::packetsReceived),
        total(calls, CallFigures::packetsLost),
        total(calls, CallFigures::bytesReceived),
        total(calls, CallFigures::bytesSent),
        total(calls, CallFigures::seconds));
  }

  /** As SQL's percentile_cont: between two values, in proportion. */
  private static BigDecimal percentile(
      List<RelayReport> calls, Function<CallFigures, Integer> figure, String part) {
    List<Integer> sorted =
        calls.stream()
            .map(call -> figure.apply(call.figures()))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (sorted.isEmpty()) {
      return null;
    }
    BigDecimal at = new BigDecimal(part).multiply(BigDecimal.valueOf(sorted.size() - 1L));
    int below = at.intValue();
    int above = Math.min(below + 1, sorted.size() - 1);
    BigDecimal step = BigDecimal.valueOf((long) sorted.get(above) - sorted.get(below));
    return BigDecimal.valueOf(sorted.get(below))
        .add(at.subtract(BigDecimal.valueOf(below)).multiply(step))
        .setScale(1, RoundingMode.HALF_UP);
  }

  private static long total(List<RelayReport> calls, ToLongFunction<CallFigures> figure) {
    return calls.stream().map(RelayReport::figures).mapToLong(figure).sum();
  }

  private static long peak(CallFigures figures, AllocationLimit limit) {
    return switch (limit) {
      case NEW_PEERS -> figures.peakNewPeers();
      case PACKETS -> figures.peakPackets();
      case THROUGHPUT -> figures.peakBits();
    };
  }

  private Stream<RelayReport> connected(TenantId tenant, TimeRange range) {
    return of(tenant, range).filter(call -> call.failure() == null);
  }

  private Stream<RelayReport> of(TenantId tenant, TimeRange range) {
    return seen(tenant).filter(row -> range.contains(row.firstAt())).map(Row::report);
  }

  private Stream<Row> seen(TenantId tenant) {
    return calls.all().stream()
        .filter(row -> row.key().tenant().equals(tenant))
        .filter(row -> transactions.reach().includes(tenant));
  }
}
