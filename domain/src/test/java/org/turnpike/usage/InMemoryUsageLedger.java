package org.turnpike.usage;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.Fields;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryUsageLedger implements UsageLedger {
  private final InMemoryTransactions transactions;
  private final Table<Once, UsageRecord> table;

  private record Once(TurnKeyId key, Instant window, boolean settlement, int revision) {
    static Once of(UsageRecord line) {
      return new Once(line.turnKey(), line.windowStart(), line.isSettlement(), line.revision());
    }
  }

  public InMemoryUsageLedger(InMemoryTransactions transactions) {
    this.transactions = transactions;
    table = transactions.table(Once::of);
  }

  @Override
  public Head head() {
    return table.all().stream()
        .max(Comparator.comparing(UsageRecord::posting))
        .map(line -> new Head(line.posting(), line.hash()))
        .orElse(new Head(0, "0".repeat(64)));
  }

  @Override
  public void append(List<UsageRecord> records) {
    long posting = head().posting();
    for (UsageRecord line : records) {
      if (!transactions.reach().includes(line.tenant())) {
        throw new IllegalStateException("usage is out of reach: another tenant is set");
      }
      if (table.find(Once.of(line)).isEmpty()) {
        posting++;
        Fields.set(line, "posting", posting);
        Fields.set(line, "hash", hash(posting));
        table.add(line);
      }
    }
  }

  /** Not a chain, which is PostgreSQL's to prove; only another one for each line. */
  private static byte[] hash(long posting) {
    return ByteBuffer.allocate(32).putLong(24, posting).array();
  }

  @Override
  public Map<Instant, Standing> standing(TurnKeyId key, TimeRange range) {
    Map<Instant, Standing> standing = new HashMap<>();
    within(range)
        .filter(line -> line.turnKey().equals(key) && !line.isSettlement())
        .forEach(
            line ->
                standing.merge(
                    line.windowStart(),
                    new Standing(line.revision(), line.change()),
                    (one, other) ->
                        new Standing(
                            Math.max(one.revision(), other.revision()),
                            one.volume().plus(other.volume()))));
    return standing;
  }

  @Override
  public Map<Instant, RelayedVolume> held(TurnKeyId key, TenantId owner) {
    Map<Instant, RelayedVolume> held = new HashMap<>();
    visible()
        .filter(line -> line.turnKey().equals(key) && Objects.equals(line.tenant(), owner))
        .forEach(line -> held.merge(line.windowStart(), line.change(), RelayedVolume::plus));
    held.values().removeIf(RelayedVolume.NONE::equals);
    return held;
  }

  @Override
  public RelayedVolume total(TurnKeyId key, TimeRange range) {
    return within(range)
        .filter(line -> line.turnKey().equals(key))
        .map(UsageRecord::change)
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  /** What is nobody's, by day: of each share with its lines' windows. */
  public List<UsageRecord> ofNobody() {
    return visible().filter(line -> line.tenant() == null).toList();
  }

  @Override
  public int settlements(TurnKeyId key, Instant window) {
    return (int)
        visible()
            .filter(line -> line.turnKey().equals(key) && line.windowStart().equals(window))
            .filter(UsageRecord::isSettlement)
            .count();
  }

  @Override
  public Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals(
      Set<TenantId> tenants, TimeRange range) {
    Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals = new HashMap<>();
    within(range)
        .filter(line -> line.tenant() != null && tenants.contains(line.tenant()))
        .forEach(
            line ->
                totals
                    .computeIfAbsent(line.tenant(), tenant -> new HashMap<>())
                    .merge(line.turnKey(), line.change(), RelayedVolume::plus));
    return totals;
  }

  @Override
  public Map<TenantId, Set<Instant>> corrected(TimeRange range, Duration step) {
    return within(range)
        .filter(line -> line.revision() > 0 && line.tenant() != null && line.rule() == null)
        .collect(
            Collectors.groupingBy(
                UsageRecord::tenant,
                Collectors.mapping(
                    line -> {
                      long steps =
                          Duration.between(range.start(), line.windowStart()).dividedBy(step);
                      return range.start().plus(step.multipliedBy(steps));
                    },
                    Collectors.toSet())));
  }

  @Override
  public Optional<Instant> firstWindow(TenantId tenant) {
    return visible()
        .filter(line -> tenant.equals(line.tenant()))
        .map(UsageRecord::windowStart)
        .min(Comparator.naturalOrder());
  }

  @Override
  public Slice<UsageRecord> records(TenantId tenant, TimeRange range, Slice.Request page) {
    List<UsageRecord> sorted =
        within(range)
            .filter(line -> tenant.equals(line.tenant()))
            .sorted(Comparator.comparing(UsageRecord::posting))
            .toList();
    return Paging.of(sorted, page, UsageRecord::posting);
  }

  private Stream<UsageRecord> within(TimeRange range) {
    return visible().filter(line -> range.contains(line.windowStart()));
  }

  private Stream<UsageRecord> visible() {
    Reach reach = transactions.reach();
    return table.all().stream().filter(line -> reach.includes(line.tenant()));
  }
}
