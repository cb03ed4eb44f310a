package org.turnpike.tenant;

/** On what terms a tenant gets credentials. */
public record Terms(TtlBounds ttl, WhenUnavailable whenUnavailable) {}
