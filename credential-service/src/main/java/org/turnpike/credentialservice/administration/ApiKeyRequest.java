package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.turnpike.tenant.Scopes;

/** An API key to be issued. */
record ApiKeyRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED) String name,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            description = "at least one of credentials, keys, usage, finance, audit")
        List<String> scopes,
    @Schema(description = "never, when it is left out") Instant expiresAt,
    @Schema(description = "in CIDR notation; everywhere, when it is left out")
        List<String> allowedNetworks) {
  Scopes checkedScopes() {
    return Scopes.named(scopes == null ? List.of() : scopes);
  }
}
