package org.turnpike.tenant;

/**
 * What a person or script says of a tenant; null where nothing is said.
 *
 * @param slug its name in addresses: small letters, digits, hyphens
 * @param timeZone IANA name, for display; billing goes by UTC
 * @param plan the code of a rate plan
 */
public record TenantDetails(
    String name,
    String slug,
    AccountId account,
    String timeZone,
    String plan,
    Tenant.Status status) {}
