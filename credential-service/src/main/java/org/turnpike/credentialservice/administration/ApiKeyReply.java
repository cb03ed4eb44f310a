package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.CallLimit;

/** An API key, without the key itself. */
record ApiKeyReply(
    UUID id,
    String name,
    @Schema(description = "the key's first characters") String hint,
    List<String> scopes,
    List<String> allowedNetworks,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    Instant lastUsedAt,
    @Schema(description = "longest life of its credentials, in seconds; null for its tenant's")
        Integer maxTtl,
    @Schema(description = "how often it may ask for credentials; null for without limit")
        Integer callsPerMinute,
    @Schema(description = "how many calls at once after a rest; null for without limit")
        Integer burst) {
  static ApiKeyReply of(ApiKey key) {
    CallLimit limit = key.callLimit();
    return new ApiKeyReply(
        key.id().value(),
        key.name(),
        key.hint(),
        key.scopes().names(),
        key.allowedNetworks().blocks(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt(),
        key.maxTtl(),
        limit == null ? null : limit.callsPerMinute(),
        limit == null ? null : limit.atOnce());
  }
}
