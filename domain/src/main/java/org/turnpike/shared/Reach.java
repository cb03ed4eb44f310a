package org.turnpike.shared;

import java.util.Set;

/**
 * Whose usage a unit of work may see and post: a second wall behind the use case's own question to
 * the caller, held by the database itself.
 *
 * @param tenants null means every tenant
 */
public record Reach(Set<TenantId> tenants) {
  public static final Reach EVERYONE = new Reach(null);

  public Reach {
    tenants = tenants == null ? null : Set.copyOf(tenants);
  }

  /** Usage of nobody, whose tenant is null, is within reach of whoever reaches everyone. */
  public boolean includes(TenantId tenant) {
    return tenants == null || (tenant != null && tenants.contains(tenant));
  }
}
