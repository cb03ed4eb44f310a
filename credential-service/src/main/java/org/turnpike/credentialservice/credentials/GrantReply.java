package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.credential.CredentialGrant;

/** A grant: that a credential was handed out, without its password. */
record GrantReply(
    UUID grantId,
    UUID tenantId,
    UUID turnKeyId,
    UUID apiKeyId,
    String username,
    String customIdentifier,
    @Schema(description = "the network address it was asked for from") String address,
    @Schema(allowableValues = {"minted", "reused", "reserve", "fallback"}) String source,
    Instant issuedAt,
    Instant expiresAt,
    Instant revokedAt,
    @Schema(description = "neither expired nor revoked") boolean active) {
  static GrantReply of(CredentialGrant grant, Instant now) {
    return new GrantReply(
        grant.id().value(),
        grant.tenant().value(),
        grant.turnKey().value(),
        grant.apiKey(),
        grant.username(),
        grant.customIdentifier(),
        grant.address(),
        grant.source().wireName(),
        grant.issuedAt(),
        grant.expiresAt(),
        grant.revokedAt(),
        grant.isLive(now));
  }
}
