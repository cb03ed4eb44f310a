package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.turnpike.credential.GrantId;

/** Before a test. */
record RelayTestStart(
    @Schema(
            description =
                "the grantId of the credential that a relay refused in the test before: this one"
                    + " gets another")
        UUID refusedGrantId) {
  /** Null for none. */
  GrantId refused() {
    return refusedGrantId == null ? null : new GrantId(refusedGrantId);
  }
}
