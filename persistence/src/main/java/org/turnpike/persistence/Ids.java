package org.turnpike.persistence;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.shared.TenantId;

/** Ids as a query takes them. */
final class Ids {
  private Ids() {}

  /** Null, which means all, stays null. */
  static Set<UUID> of(Set<TenantId> tenants) {
    return tenants == null ? null : of(tenants, TenantId::value);
  }

  /** Null, which is nobody, stays null. */
  static UUID orNull(TenantId tenant) {
    return tenant == null ? null : tenant.value();
  }

  /** The same, back. */
  static TenantId tenant(UUID id) {
    return id == null ? null : new TenantId(id);
  }

  /**
   * An array as PostgreSQL reads it: as a list of parameters, many would be compared one by one.
   */
  static String array(Set<TenantId> tenants) {
    return tenants.stream()
        .map(tenant -> tenant.value().toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  static <T> Set<UUID> of(Set<T> ids, Function<T, UUID> value) {
    return ids.stream().map(value).collect(Collectors.toSet());
  }
}
