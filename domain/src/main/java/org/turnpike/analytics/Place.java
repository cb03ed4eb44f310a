package org.turnpike.analytics;

/**
 * Where a relay stands, as Cloudflare spells it.
 *
 * @param country two letters; empty where Cloudflare does not say
 * @param city empty where Cloudflare does not say
 */
public record Place(String country, String city) {}
