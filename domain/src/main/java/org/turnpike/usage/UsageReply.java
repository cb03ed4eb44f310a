package org.turnpike.usage;

import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * An answer of Cloudflare's, kept as it came.
 *
 * @param sha256 of the body's bytes, in hexadecimal digits
 */
public record UsageReply(
    ReplyId id, TurnKeyId turnKey, TimeRange range, Evidence evidence, String sha256) {}
