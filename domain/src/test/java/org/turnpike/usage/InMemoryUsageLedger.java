package org.turnpike.usage;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.Fields;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryUsageLedger implements UsageLedger {
  private final Table<Once, UsageRecord> table;
  private long posting;

  private record Once(TurnKeyId key, Instant window, int revision) {
    static Once of(UsageRecord line) {
      return new Once(line.turnKey(), line.windowStart(), line.revision());
    }
  }

  public InMemoryUsageLedger(InMemoryTransactions transactions) {
    table = transactions.table(Once::of);
  }

  @Override
  public void append(List<UsageRecord> records) {
    for (UsageRecord line : records) {
      if (table.find(Once.of(line)).isEmpty()) {
        posting++;
        Fields.set(line, "posting", posting);
        table.add(line);
      }
    }
  }

  @Override
  public Map<Instant, Standing> standing(TurnKeyId key, TimeRange range) {
    Map<Instant, Standing> standing = new HashMap<>();
    within(range)
        .filter(line -> line.turnKey().equals(key))
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
  public Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals(
      Set<TenantId> tenants, TimeRange range) {
    Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals = new HashMap<>();
    within(range)
        .filter(line -> tenants.contains(line.tenant()))
        .forEach(
            line ->
                totals
                    .computeIfAbsent(line.tenant(), tenant -> new HashMap<>())
                    .merge(line.turnKey(), line.change(), RelayedVolume::plus));
    return totals;
  }

  @Override
  public Optional<Instant> firstWindow(TenantId tenant) {
    return table.all().stream()
        .filter(line -> line.tenant().equals(tenant))
        .map(UsageRecord::windowStart)
        .min(Comparator.naturalOrder());
  }

  @Override
  public Slice<UsageRecord> records(TenantId tenant, TimeRange range, Slice.Request page) {
    List<UsageRecord> sorted =
        within(range)
            .filter(line -> line.tenant().equals(tenant))
            .sorted(Comparator.comparing(UsageRecord::posting))
            .toList();
    return Paging.of(sorted, page, UsageRecord::posting);
  }

  private Stream<UsageRecord> within(TimeRange range) {
    return table.all().stream().filter(line -> range.contains(line.windowStart()));
  }
}
