package org.turnpike.world;

import java.util.Set;
import java.util.UUID;
import org.turnpike.audit.Actor;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.tenant.Tenant;

/** People in each role. */
public final class Callers {
  private Callers() {}

  public static Caller operator() {
    return with(new RoleGrant(Role.OPERATOR, null));
  }

  public static Caller finance() {
    return with(new RoleGrant(Role.FINANCE, null));
  }

  public static Caller adminOf(Tenant tenant) {
    return with(new RoleGrant(Role.TENANT_ADMIN, tenant.id()));
  }

  public static Caller viewerOf(Tenant tenant) {
    return with(new RoleGrant(Role.TENANT_VIEWER, tenant.id()));
  }

  private static Caller with(RoleGrant role) {
    Actor actor =
        new Actor(Actor.Kind.USER, UUID.randomUUID(), role.role() + "@example.com", "192.0.2.1");
    return Caller.of(actor, Set.of(role));
  }
}
