package org.turnpike.relaytest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.world.Fields;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryRelayTests implements RelayTests {
  private final Table<ApiKeyId, RelayTestLink> links;
  private final Table<UUID, RelayTestResult> results;

  public InMemoryRelayTests(InMemoryTransactions transactions) {
    links = transactions.table(RelayTestLink::apiKey);
    results = transactions.table(RelayTestResult::id);
  }

  @Override
  public void add(RelayTestLink link) {
    links.add(link);
  }

  @Override
  public Optional<RelayTestLink> findAndHold(String hash) {
    return links.all().stream().filter(link -> Fields.get(link, "hash").equals(hash)).findFirst();
  }

  @Override
  public List<RelayTestLink> unexpired(TenantId tenant, Instant instant) {
    return links.all().stream()
        .filter(link -> link.tenant().equals(tenant) && instant.isBefore(link.expiresAt()))
        .sorted(Comparator.comparing(RelayTestLink::createdAt).reversed())
        .toList();
  }

  @Override
  public void add(RelayTestResult result) {
    results.add(result);
  }

  @Override
  public List<RelayTestResult> latest(TenantId tenant, int most) {
    return results.all().stream()
        .filter(result -> result.tenant().equals(tenant))
        .sorted(Comparator.comparing((RelayTestResult result) -> result.id().toString()).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public int forgetBefore(Instant instant) {
    List<RelayTestResult> old =
        results.all().stream().filter(result -> result.toldAt().isBefore(instant)).toList();
    old.forEach(result -> results.remove(result.id()));
    return old.size();
  }
}
