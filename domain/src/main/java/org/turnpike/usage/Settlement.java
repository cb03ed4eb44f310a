package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * That a TURN key's period was brought to Cloudflare's sum of it.
 *
 * @param volume what the ledger came to then; it comes to something else once a reading has changed
 */
public record Settlement(
    TurnKeyId turnKey,
    TenantId tenant,
    TimeRange period,
    RelayedVolume volume,
    Instant settledAt) {}
