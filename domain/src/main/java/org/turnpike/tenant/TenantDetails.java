package org.turnpike.tenant;

/**
 * What a person or script says of a tenant; null where nothing is said.
 *
 * @param slug its name in addresses: small letters, digits, hyphens
 * @param timeZone IANA name, for display; billing goes by UTC
 * @param plan the code of a rate plan
 * @param ttl for how long its credentials may live
 * @param whenUnavailable what its callers are answered when no relay can be had
 * @param keyInUrl whether an API key may stand in the URL of the TURN REST draft
 * @param relayReports whether browsers may report how its calls fare
 */
public record TenantDetails(
    String name,
    String slug,
    AccountId account,
    String timeZone,
    String plan,
    Tenant.Status status,
    TtlChange ttl,
    WhenUnavailable whenUnavailable,
    Boolean keyInUrl,
    Boolean relayReports) {
  /** Details that say nothing of the terms on which it gets credentials. */
  public TenantDetails(
      String name,
      String slug,
      AccountId account,
      String timeZone,
      String plan,
      Tenant.Status status) {
    this(name, slug, account, timeZone, plan, status, null, null, null, null);
  }
}
