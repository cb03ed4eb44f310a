package org.turnpike.persistence;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.shared.TenantId;

/** Tenants as a query takes them. */
final class Ids {
  private Ids() {}

  /** Null, which means all, stays null. */
  static Set<UUID> of(Set<TenantId> tenants) {
    return tenants == null
        ? null
        : tenants.stream().map(TenantId::value).collect(Collectors.toSet());
  }
}
