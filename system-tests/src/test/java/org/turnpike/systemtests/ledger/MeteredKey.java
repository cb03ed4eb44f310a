package org.turnpike.systemtests.ledger;

import java.time.Instant;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;

/**
 * A TURN key of both sides.
 *
 * @param uid Cloudflare's id of it
 * @param since on a window's border: when it began to relay, or the oldest that Cloudflare shows
 */
record MeteredKey(TurnKeyId id, TenantId tenant, String uid, Instant since) {}
