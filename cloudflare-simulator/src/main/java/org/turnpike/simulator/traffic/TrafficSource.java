package org.turnpike.simulator.traffic;

import java.time.Instant;
import java.util.List;

/**
 * A key as traffic sees it.
 *
 * @param profile null for a key without history
 * @param until when the key was deleted, null while it lives
 * @param uses what was planted under some username
 */
public record TrafficSource(
    String keyId,
    TrafficProfile profile,
    Instant since,
    Instant until,
    List<CredentialUse> credentials,
    List<RelayedUse> uses) {}
