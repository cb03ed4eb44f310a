package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.tenant.ApiKey;

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
    Instant lastUsedAt) {
  static ApiKeyReply of(ApiKey key) {
    return new ApiKeyReply(
        key.id().value(),
        key.name(),
        key.hint(),
        key.scopes().names(),
        key.allowedNetworks().blocks(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt(),
        key.lastUsedAt());
  }
}
