package org.turnpike.usage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryCollectionMarks implements CollectionMarks {
  private final Table<TurnKeyId, CollectionMark> table;
  private final Table<Vanished, Vanished> vanished;
  private final Table<List<Object>, LostUsage> lost;

  private record Vanished(TurnKeyId key, Instant window) {
    Vanished itself() {
      return this;
    }
  }

  public InMemoryCollectionMarks(InMemoryTransactions transactions) {
    table = transactions.table(CollectionMark::turnKey);
    vanished = transactions.table(Vanished::itself);
    lost = transactions.table(hole -> List.of(hole.turnKey(), hole.range().start()));
  }

  @Override
  public void add(CollectionMark mark) {
    table.add(mark);
  }

  @Override
  public Optional<CollectionMark> find(TurnKeyId key) {
    return table.find(key);
  }

  @Override
  public List<CollectionMark> of(Set<TenantId> tenants) {
    return table.all().stream().filter(mark -> new Reach(tenants).includes(mark.tenant())).toList();
  }

  @Override
  public Set<Instant> vanished(TurnKeyId key, TimeRange range) {
    return vanished.all().stream()
        .filter(row -> row.key().equals(key) && range.contains(row.window()))
        .map(Vanished::window)
        .collect(Collectors.toSet());
  }

  @Override
  public void setVanished(TurnKeyId key, TimeRange range, Set<Instant> windows) {
    vanished(key, range).forEach(window -> vanished.remove(new Vanished(key, window)));
    windows.forEach(window -> vanished.put(new Vanished(key, window)));
  }

  @Override
  public void addLost(LostUsage hole) {
    lost.add(hole);
  }

  @Override
  public List<LostUsage> lost(Set<TenantId> tenants) {
    return lost.all().stream()
        .filter(hole -> new Reach(tenants).includes(hole.tenant()))
        .sorted(Comparator.comparing(hole -> hole.range().start()))
        .toList();
  }
}
