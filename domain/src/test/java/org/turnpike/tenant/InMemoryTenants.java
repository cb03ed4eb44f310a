package org.turnpike.tenant;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryTenants implements Tenants {
  private final Table<TenantId, Tenant> table;

  public InMemoryTenants(InMemoryTransactions transactions) {
    table = transactions.table(Tenant::id);
  }

  @Override
  public void add(Tenant tenant) {
    table.add(tenant);
  }

  @Override
  public Optional<Tenant> find(TenantId id) {
    return table.find(id);
  }

  @Override
  public Optional<Tenant> findAndHold(TenantId id) {
    return find(id);
  }

  @Override
  public Optional<Tenant> findBySlug(String slug) {
    return table.all().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
  }

  @Override
  public Slice<Tenant> list(Set<TenantId> reach, Slice.Request page) {
    List<Tenant> sorted =
        within(reach).sorted(Comparator.comparing(tenant -> tenant.id().toString())).toList();
    return Paging.of(sorted, page, Tenant::id);
  }

  @Override
  public List<Tenant> all(Set<TenantId> reach) {
    return within(reach)
        .sorted(Comparator.comparing(tenant -> tenant.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private Stream<Tenant> within(Set<TenantId> reach) {
    return table.all().stream().filter(tenant -> reach == null || reach.contains(tenant.id()));
  }
}
