package org.turnpike.tenant;

import org.turnpike.world.Ports;

/** Tenants in each status. */
public final class TenantSamples {
  private TenantSamples() {}

  public static void become(Ports ports, Tenant tenant, Tenant.Status status) {
    TenantDetails details = new TenantDetails(null, null, null, null, null, status);
    ports.transactions().run(() -> ports.tenants().find(tenant.id()).orElseThrow().change(details));
  }
}
