package org.turnpike.simulator.traffic;

import java.time.Instant;

/**
 * The life of a credential that was minted here.
 *
 * @param endsAt when it expired or was revoked: billing stops there
 */
public record CredentialUse(
    String username, String customIdentifier, Instant issuedAt, Instant endsAt) {}
