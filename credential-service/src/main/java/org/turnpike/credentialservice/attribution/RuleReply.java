package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.attribution.AttributionRule;

/** A rule of attribution. */
record RuleReply(
    UUID id,
    @Schema(
            description =
                "a custom identifier, or its beginning followed by an asterisk; empty for usage"
                    + " without an identifier")
        String pattern,
    UUID tenantId,
    Instant createdAt) {
  static RuleReply of(AttributionRule rule) {
    return new RuleReply(
        rule.id().value(), rule.pattern().text(), rule.tenant().value(), rule.createdAt());
  }
}
