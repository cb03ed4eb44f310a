package org.turnpike.tenant;

/**
 * On what terms a tenant gets credentials.
 *
 * @param keyInUrl whether an API key may stand in the URL of the TURN REST draft, where logs of
 *     proxies keep it
 * @param relayReports whether browsers may report how its calls fare
 */
public record Terms(
    TtlBounds ttl, WhenUnavailable whenUnavailable, boolean keyInUrl, boolean relayReports) {}
