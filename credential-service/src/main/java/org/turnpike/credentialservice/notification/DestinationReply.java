package org.turnpike.credentialservice.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.notification.Destination;

/** A destination, without its secret. */
record DestinationReply(
    UUID id,
    @Schema(allowableValues = {"mail", "webhook"}) String kind,
    String name,
    @Schema(description = "empty for a webhook") List<String> addresses,
    @Schema(description = "null for mail", nullable = true) String url,
    Instant createdAt) {
  static DestinationReply of(Destination destination) {
    return new DestinationReply(
        destination.id().value(),
        destination.kind().wireName(),
        destination.name(),
        destination.addresses(),
        destination.url(),
        destination.createdAt());
  }
}
