package org.turnpike.turnkey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryTurnKeys implements TurnKeys {
  private static final Comparator<TurnKey> OLDEST_FIRST =
      Comparator.comparing(key -> key.id().toString());

  private final Table<TurnKeyId, TurnKey> table;

  public InMemoryTurnKeys(InMemoryTransactions transactions) {
    table = transactions.table(TurnKey::id);
  }

  @Override
  public void add(TurnKey key) {
    table.add(key);
  }

  @Override
  public Optional<TurnKey> find(TurnKeyId id) {
    return table.find(id);
  }

  @Override
  public Optional<TurnKey> findAndHold(TurnKeyId id) {
    return find(id);
  }

  @Override
  public Optional<TurnKey> findToChange(TurnKeyId id) {
    return find(id);
  }

  @Override
  public Optional<TurnKey> findByUid(String uid) {
    return table.all().stream()
        .filter(key -> key.sharedKey() == null && key.uid().equals(uid))
        .findFirst();
  }

  @Override
  public List<TurnKey> of(TenantId tenant) {
    return of(Set.of(tenant));
  }

  @Override
  public List<TurnKey> of(Set<TenantId> tenants) {
    return table.all().stream()
        .filter(key -> key.isOwn() && tenants.contains(key.tenant()))
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }

  @Override
  public List<TurnKey> meteredFor(Set<TenantId> tenants) {
    return table.all().stream()
        .filter(key -> key.tenant() != null && tenants.contains(key.tenant()))
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }

  @Override
  public List<TurnKey> metered(Instant retiredAfter) {
    return table.all().stream()
        .filter(key -> key.retiredAt() == null || key.retiredAt().isAfter(retiredAfter))
        .filter(key -> key.sharedKey() == null || key.identifier() != null)
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<TurnKey> shared() {
    return table.all().stream().filter(TurnKey::isShared).sorted(OLDEST_FIRST).toList();
  }

  @Override
  public List<TurnKey> shares(TurnKeyId shared) {
    return table.all().stream()
        .filter(key -> shared.equals(key.sharedKey()))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  @Override
  public List<TurnKey> sharesToChange(TurnKeyId shared) {
    return shares(shared);
  }
}
