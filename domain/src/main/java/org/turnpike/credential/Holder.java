package org.turnpike.credential;

import org.turnpike.tenant.ApiKeyId;

/**
 * Whose credential it is: the same API key, asking for the same identifier and the same life, gets
 * its own again, and nobody else does.
 */
public record Holder(ApiKeyId apiKey, CustomIdentifier identifier, TimeToLive ttl) {}
