package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * A hole: what a TURN key relayed there nobody will ever know, because Cloudflare kept it no longer
 * when it was read.
 */
public record LostUsage(TurnKeyId turnKey, TenantId tenant, TimeRange range, Instant notedAt) {}
