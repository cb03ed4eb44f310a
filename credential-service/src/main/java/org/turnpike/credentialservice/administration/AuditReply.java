package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.audit.Actor;
import org.turnpike.audit.AuditEntry;
import org.turnpike.credentialservice.rules.Choice;

/** One act. */
record AuditReply(
    UUID id,
    Instant at,
    ActorReply actor,
    @Schema(description = "null when it concerned none") UUID tenantId,
    @Schema(example = "turn-key.created") String action,
    String subject,
    String detail) {
  /** Who acted. */
  record ActorReply(
      @Schema(allowableValues = {"user", "api-key", "system"}) String kind,
      UUID id,
      String name,
      @Schema(description = "the network address it came from") String address) {
    static ActorReply of(Actor actor) {
      return new ActorReply(Choice.name(actor.kind()), actor.id(), actor.name(), actor.address());
    }
  }

  static AuditReply of(AuditEntry entry) {
    return new AuditReply(
        entry.id(),
        entry.at(),
        ActorReply.of(entry.actor()),
        entry.tenant() == null ? null : entry.tenant().value(),
        entry.action(),
        entry.subject(),
        entry.detail());
  }
}
