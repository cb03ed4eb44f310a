package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

/** A TURN key to be made, or, with uid and secret, to be taken over. */
record TurnKeyRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED) String name,
    @Schema(description = "Cloudflare's id of a key that exists there; with secret") String uid,
    @Schema(type = "string", description = "that key's own; with uid") Secret secret) {
  boolean adopts() {
    if ((uid == null) != (secret == null)) {
      throw Rejected.invalid(
          uid == null ? "uid" : "secret", "uid and secret go together, to adopt a TURN key.");
    }
    return uid != null;
  }
}
