package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.turnkey.TurnKey;

/** A TURN key, without its secret. */
record TurnKeyReply(
    UUID id,
    String uid,
    String name,
    @Schema(allowableValues = {"active", "draining", "retired"}) String state,
    Instant createdAt,
    Instant drainingSince,
    Instant retiredAt) {
  static TurnKeyReply of(TurnKey key) {
    return new TurnKeyReply(
        key.id().value(),
        key.uid(),
        key.name(),
        key.state().wireName(),
        key.createdAt(),
        key.drainingSince(),
        key.retiredAt());
  }
}
