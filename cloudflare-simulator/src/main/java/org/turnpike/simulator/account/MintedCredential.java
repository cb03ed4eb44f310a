package org.turnpike.simulator.account;

import java.time.Instant;
import org.turnpike.simulator.traffic.CredentialUse;

/**
 * A credential as it was handed out. Its password is nobody's business afterwards.
 *
 * @param customIdentifier empty when untagged
 * @param revokedAt null while it is not revoked
 */
public record MintedCredential(
    String username,
    String keyId,
    String customIdentifier,
    Instant issuedAt,
    long ttl,
    Instant revokedAt) {

  MintedCredential revoked(Instant now) {
    return revokedAt != null
        ? this
        : new MintedCredential(username, keyId, customIdentifier, issuedAt, ttl, now);
  }

  CredentialUse use() {
    Instant expiry = issuedAt.plusSeconds(ttl);
    Instant end = revokedAt != null && revokedAt.isBefore(expiry) ? revokedAt : expiry;
    return new CredentialUse(username, customIdentifier, issuedAt, end);
  }
}
