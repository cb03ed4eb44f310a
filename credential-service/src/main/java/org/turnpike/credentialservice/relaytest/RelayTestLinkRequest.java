package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Duration;

/** A link to the relay test that is to be made. */
record RelayTestLinkRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "for whom it is", maxLength = 100)
        String label,
    @Schema(
            description = "its life in seconds; a day, when left out",
            minimum = "1",
            maximum = "1209600")
        Integer validSeconds,
    @Schema(
            description = "how often it hands out credentials; 10, when left out",
            minimum = "1",
            maximum = "200")
        Integer mostCredentials) {
  private static final int USUAL_CREDENTIALS = 10;

  Duration life() {
    return validSeconds == null ? Duration.ofDays(1) : Duration.ofSeconds(validSeconds);
  }

  int mostCredentialsOrUsual() {
    return mostCredentials == null ? USUAL_CREDENTIALS : mostCredentials;
  }
}
