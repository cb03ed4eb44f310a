package org.turnpike.credentialservice.notification;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.identity.Caller;
import org.turnpike.notification.Destination.Kind;
import org.turnpike.notification.ManageDestinations;
import org.turnpike.shared.Rejected;

/** Where notifications are to go. */
record DestinationRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {"mail", "webhook"})
        String kind,
    @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100) String name,
    @Schema(description = "of mail: 1 to 20 addresses, which get one mail together")
        List<String> addresses,
    @Schema(
            description =
                "of a webhook: https, or http on the server's own machine; without user, password"
                    + " or fragment")
        String url) {
  ManageDestinations.Added addedBy(ManageDestinations destinations, Caller caller) {
    Kind way = Choice.of(Kind.class, "kind", kind);
    if (way == null) {
      throw Rejected.invalid("kind", "kind is missing: mail or webhook.");
    }
    return way == Kind.MAIL
        ? destinations.addMail(caller, name, addresses)
        : destinations.addWebhook(caller, name, url);
  }
}
