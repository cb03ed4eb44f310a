package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.turnkey.TurnKey;

/** A TURN key that tenants share. */
record SharedTurnKeyReply(
    UUID id,
    UUID accountId,
    String uid,
    String name,
    @Schema(
            description = "retired: metered no more, once its usage has settled",
            allowableValues = {"active", "retired"})
        String state,
    Instant createdAt,
    @Schema(nullable = true) Instant retiredAt) {
  static SharedTurnKeyReply of(TurnKey key) {
    return new SharedTurnKeyReply(
        key.id().value(),
        key.account().value(),
        key.uid(),
        key.name(),
        key.state().wireName(),
        key.createdAt(),
        key.retiredAt());
  }
}
