package org.turnpike.credentialservice.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.notification.Destination;
import org.turnpike.notification.ManageDestinations;
import org.turnpike.shared.Secret;

/** A destination just added. */
record AddedDestination(
    UUID id,
    @Schema(allowableValues = {"mail", "webhook"}) String kind,
    String name,
    @Schema(description = "empty for a webhook") List<String> addresses,
    @Schema(description = "null for mail", nullable = true) String url,
    @Schema(
            type = "string",
            description = "what a webhook's calls are signed with, shown this once; null for mail",
            nullable = true)
        Secret secret,
    Instant createdAt) {
  static AddedDestination of(ManageDestinations.Added added) {
    Destination destination = added.destination();
    return new AddedDestination(
        destination.id().value(),
        destination.kind().wireName(),
        destination.name(),
        destination.addresses(),
        destination.url(),
        added.secret(),
        destination.createdAt());
  }
}
