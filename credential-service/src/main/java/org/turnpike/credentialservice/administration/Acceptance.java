package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

/** An invited person's first password. */
record Acceptance(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            type = "string",
            description = "what follows the # of the one-time link")
        Secret token,
    @Schema(requiredMode = RequiredMode.REQUIRED, type = "string") Secret password) {
  void check() {
    if (token == null) {
      throw Rejected.invalid("token", "token is missing.");
    }
    if (password == null) {
      throw Rejected.invalid("password", "password is missing.");
    }
  }
}
