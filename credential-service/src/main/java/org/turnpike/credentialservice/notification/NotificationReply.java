package org.turnpike.credentialservice.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.notification.Notification;
import org.turnpike.notification.Told;

/** What was told to one destination, and whether it arrived. */
record NotificationReply(
    @Schema(description = "the same at each try, also for the receiver") UUID id,
    UUID destinationId,
    String destination,
    @Schema(description = "such as address-watch.begun") String type,
    String subject,
    String text,
    @Schema(allowableValues = {"waiting", "delivered", "given-up"}) String state,
    @Schema(description = "tries since it was made, or replayed") int attempts,
    Instant createdAt,
    @Schema(description = "null unless it is waiting", nullable = true) Instant nextTryAt,
    @Schema(nullable = true) Instant deliveredAt,
    @Schema(description = "what went wrong at the last try", nullable = true) String problem) {
  static NotificationReply of(Told told) {
    Notification notification = told.notification();
    return new NotificationReply(
        notification.id().value(),
        notification.destination().value(),
        told.to().name(),
        notification.alert().type(),
        notification.alert().subject(),
        notification.alert().text(),
        notification.state().wireName(),
        notification.attempts(),
        notification.createdAt(),
        notification.nextTryAt(),
        notification.deliveredAt(),
        notification.problem());
  }
}
