package org.turnpike.tenant;

import org.turnpike.world.Ports;

/** Tenants in each status and on other terms, and API keys revoked. */
public final class TenantSamples {
  private TenantSamples() {}

  public static void revoke(Ports ports, ApiKey key) {
    ports
        .transactions()
        .run(() -> ports.apiKeys().find(key.id()).orElseThrow().revoke(ports.clock().instant()));
  }

  public static void setTerms(Ports ports, Tenant tenant, TtlChange ttl) {
    change(
        ports,
        tenant,
        new TenantDetails(null, null, null, null, null, null, ttl, null, null, null));
  }

  public static void setTerms(Ports ports, Tenant tenant, WhenUnavailable choice) {
    change(
        ports,
        tenant,
        new TenantDetails(null, null, null, null, null, null, null, choice, null, null));
  }

  public static void setKeyInUrl(Ports ports, Tenant tenant, boolean allowed) {
    change(
        ports,
        tenant,
        new TenantDetails(null, null, null, null, null, null, null, null, allowed, null));
  }

  public static void setRelayReports(Ports ports, Tenant tenant, boolean taken) {
    change(
        ports,
        tenant,
        new TenantDetails(null, null, null, null, null, null, null, null, null, taken));
  }

  public static void become(Ports ports, Tenant tenant, Tenant.Status status) {
    change(ports, tenant, new TenantDetails(null, null, null, null, null, status));
  }

  private static void change(Ports ports, Tenant tenant, TenantDetails details) {
    ports.transactions().run(() -> ports.tenants().find(tenant.id()).orElseThrow().change(details));
  }
}
