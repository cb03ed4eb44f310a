package org.turnpike.tenant;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.world.Fields;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryApiKeys implements ApiKeys {
  private final Table<ApiKeyId, ApiKey> table;

  public InMemoryApiKeys(InMemoryTransactions transactions) {
    table = transactions.table(ApiKey::id);
  }

  @Override
  public void add(ApiKey key) {
    table.add(key);
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return table.find(id);
  }

  @Override
  public Optional<ApiKey> findAndHold(ApiKeyId id) {
    return find(id);
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    return table.all().stream().filter(key -> Fields.get(key, "hash").equals(hash)).findFirst();
  }

  @Override
  public List<ApiKey> of(TenantId tenant) {
    return table.all().stream()
        .filter(key -> Objects.equals(key.tenant(), tenant))
        .sorted(Comparator.comparing((ApiKey key) -> key.id().toString()).reversed())
        .toList();
  }

  @Override
  public void stampUse(ApiKeyId id, Instant lastUsedAt) {
    table
        .find(id)
        .filter(key -> key.lastUsedAt() == null || key.lastUsedAt().isBefore(lastUsedAt))
        .ifPresent(key -> Fields.set(key, "lastUsedAt", lastUsedAt));
  }
}
