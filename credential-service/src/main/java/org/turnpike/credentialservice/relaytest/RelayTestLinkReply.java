package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.relaytest.RelayTestLink;
import org.turnpike.shared.Secret;

/** A link just made. */
record RelayTestLinkReply(
    @Schema(description = "that of the API key it ends with") UUID id,
    @Schema(type = "string", description = "the link itself, shown this once") Secret link,
    String label,
    Instant expiresAt,
    int mostCredentials) {
  static RelayTestLinkReply of(RelayTestLink made, Secret link) {
    return new RelayTestLinkReply(
        made.apiKey().value(), link, made.label(), made.expiresAt(), made.mostCredentials());
  }
}
