package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.turnpike.tenant.LimitChange;
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
        List<String> allowedNetworks,
    @Schema(
            description =
                "longest life of its credentials, in seconds; its tenant's, when left out",
            minimum = "1",
            maximum = "172800")
        Integer maxTtl,
    @Schema(
            description = "how often it may ask for credentials; without limit, when left out",
            minimum = "1",
            maximum = "1000000")
        Integer callsPerMinute,
    @Schema(
            description =
                "how many calls at once after a rest; what comes in ten seconds, when left out",
            minimum = "1",
            maximum = "1000000")
        Integer burst) {
  Scopes checkedScopes() {
    return Scopes.named(scopes == null ? List.of() : scopes);
  }

  LimitChange limits() {
    return LimitChange.to(maxTtl, callsPerMinute, burst);
  }
}
