package org.turnpike.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;

/** All tenants. */
public interface Tenants {
  void add(Tenant tenant);

  Optional<Tenant> find(TenantId id);

  /** Finds it and keeps others from changing it until the transaction ends. */
  Optional<Tenant> findAndHold(TenantId id);

  Optional<Tenant> findBySlug(String slug);

  /**
   * In the order they were made.
   *
   * @param reach only these; null means all
   */
  Slice<Tenant> list(Set<TenantId> reach, Slice.Request page);

  /**
   * By name.
   *
   * @param reach only these; null means all
   */
  List<Tenant> all(Set<TenantId> reach);
}
