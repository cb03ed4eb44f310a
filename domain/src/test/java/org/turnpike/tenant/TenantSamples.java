package org.turnpike.tenant;

import org.turnpike.world.Ports;

/** Tenants in each status, and API keys revoked. */
public final class TenantSamples {
  private TenantSamples() {}

  public static void revoke(Ports ports, ApiKey key) {
    ports
        .transactions()
        .run(() -> ports.apiKeys().find(key.id()).orElseThrow().revoke(ports.clock().instant()));
  }

  public static void become(Ports ports, Tenant tenant, Tenant.Status status) {
    TenantDetails details = new TenantDetails(null, null, null, null, null, status);
    ports.transactions().run(() -> ports.tenants().find(tenant.id()).orElseThrow().change(details));
  }
}
