package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.shared.Replacement;
import org.turnpike.tenant.LimitChange;

/** What is to change of an API key; what stays is left out. */
record ApiKeyChange(
    @Schema(
            implementation = Integer.class,
            description = "longest life of its credentials, in seconds. An empty text removes it")
        Replacement<Integer> maxTtl,
    @Schema(
            implementation = Integer.class,
            description = "how often it may ask for credentials. An empty text removes the limit")
        Replacement<Integer> callsPerMinute,
    @Schema(
            implementation = Integer.class,
            description =
                "how many calls at once after a rest. An empty text: what comes in ten seconds")
        Replacement<Integer> burst) {
  LimitChange limits() {
    return new LimitChange(maxTtl, callsPerMinute, burst);
  }
}
