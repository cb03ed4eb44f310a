package org.turnpike.identity;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnpike.audit.Actor;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;

/**
 * Who calls a use case and how far each scope reaches. Every use case asks it first; what lies
 * outside the caller's reach does not exist for him (404), what lies inside but needs another scope
 * is forbidden (403).
 */
public final class Caller {
  /** Turnpike itself: background work and first start. */
  public static final Caller SYSTEM =
      new Caller(Actor.SYSTEM, EnumSet.allOf(Scope.class), Map.of());

  private final Actor actor;
  private final Set<Scope> everywhere;
  private final Map<TenantId, Set<Scope>> byTenant;

  private Caller(Actor actor, Set<Scope> everywhere, Map<TenantId, Set<Scope>> byTenant) {
    this.actor = actor;
    this.everywhere = Set.copyOf(everywhere);
    this.byTenant = Map.copyOf(byTenant);
  }

  /** A caller with these scopes for every tenant. */
  public static Caller everywhere(Actor actor, Set<Scope> scopes) {
    return new Caller(actor, scopes, Map.of());
  }

  /** A caller with these scopes for one tenant alone. */
  public static Caller of(Actor actor, TenantId tenant, Set<Scope> scopes) {
    return new Caller(actor, Set.of(), Map.of(tenant, Set.copyOf(scopes)));
  }

  /** A person with these roles; the roles' scopes add up. */
  public static Caller of(Actor actor, Set<RoleGrant> roles) {
    Set<Scope> everywhere = EnumSet.noneOf(Scope.class);
    Map<TenantId, Set<Scope>> byTenant = new java.util.HashMap<>();
    for (RoleGrant grant : roles) {
      if (grant.tenant() == null) {
        everywhere.addAll(grant.role().scopes());
      } else {
        byTenant
            .computeIfAbsent(grant.tenant(), t -> new HashSet<>())
            .addAll(grant.role().scopes());
      }
    }
    return new Caller(actor, everywhere, byTenant);
  }

  public Actor actor() {
    return actor;
  }

  public boolean may(Scope scope, TenantId tenant) {
    return everywhere.contains(scope) || byTenant.getOrDefault(tenant, Set.of()).contains(scope);
  }

  /** Whether the tenant is there at all for this caller, whatever he may do with it. */
  public boolean sees(TenantId tenant) {
    return !everywhere.isEmpty() || byTenant.containsKey(tenant);
  }

  /** Whether the scope reaches every tenant. */
  public boolean mayEverywhere(Scope scope) {
    return everywhere.contains(scope);
  }

  /** Throws {@link Rejected} unless the scope reaches the tenant. */
  public void require(Scope scope, TenantId tenant) {
    if (!sees(tenant)) {
      throw Rejected.notFound("tenant");
    }
    if (!may(scope, tenant)) {
      throw lacks(scope);
    }
  }

  /** Throws {@link Rejected} unless the scope reaches every tenant. */
  public void requireEverywhere(Scope scope) {
    if (!mayEverywhere(scope)) {
      throw lacks(scope);
    }
  }

  /** The tenants the scope reaches; null for all. Throws {@link Rejected} when it reaches none. */
  public Set<TenantId> reach(Scope scope) {
    if (mayEverywhere(scope)) {
      return null;
    }
    Set<TenantId> tenants =
        byTenant.entrySet().stream()
            .filter(entry -> entry.getValue().contains(scope))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    if (tenants.isEmpty()) {
      throw lacks(scope);
    }
    return tenants;
  }

  /** The tenants this caller sees at all; null for every one. */
  public Set<TenantId> visibleTenants() {
    return everywhere.isEmpty() ? byTenant.keySet() : null;
  }

  /** Whose usage his work may touch at all. */
  public Reach reach() {
    return new Reach(visibleTenants());
  }

  /** The scopes held anywhere, for what a console shows or hides. */
  public Set<Scope> scopes() {
    Map<Scope, Boolean> held = new EnumMap<>(Scope.class);
    everywhere.forEach(scope -> held.put(scope, true));
    byTenant.values().forEach(scopes -> scopes.forEach(scope -> held.put(scope, true)));
    return held.keySet();
  }

  private static Rejected lacks(Scope scope) {
    return Rejected.forbidden("This needs the scope " + scope.wireName() + ".");
  }
}
