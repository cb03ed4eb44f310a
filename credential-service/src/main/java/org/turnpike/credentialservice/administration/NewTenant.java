package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.tenant.TtlChange;
import org.turnpike.tenant.WhenUnavailable;

/** A tenant to be added. */
record NewTenant(
    @Schema(requiredMode = RequiredMode.REQUIRED) String name,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "its name in addresses")
        String slug,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "the id of an account added before")
        UUID accountId,
    @Schema(description = "IANA name, for display", defaultValue = "UTC") String timeZone,
    @Schema(description = "code of a rate plan", defaultValue = "standard") String plan,
    @Schema(
            description = "shortest life of credentials that may be asked for, in seconds",
            minimum = "1",
            maximum = "172800")
        Integer minTtl,
    @Schema(
            description = "longest life of credentials that may be asked for, in seconds",
            minimum = "1",
            maximum = "172800")
        Integer maxTtl,
    @Schema(
            description =
                "life of credentials for which none is asked, in seconds; 86400, as far as minTtl"
                    + " and maxTtl allow, when it is left out")
        Integer defaultTtl,
    @Schema(
            description = "what callers are answered when no relay can be had",
            allowableValues = {"refuse", "stun-only"},
            defaultValue = "refuse")
        String whenUnavailable,
    @Schema(
            description =
                "whether /api/turn takes the API key as key= in its URL; logs of proxies keep URLs",
            defaultValue = "false")
        Boolean turnRestKeyInUrl,
    @Schema(
            description =
                "whether browsers may report how calls fare, with a token of the ICE reply",
            defaultValue = "false")
        Boolean relayReports) {
  TenantDetails details() {
    AccountId account = accountId == null ? null : new AccountId(accountId);
    return new TenantDetails(
        name,
        slug,
        account,
        timeZone,
        plan,
        null,
        TtlChange.to(minTtl, maxTtl, defaultTtl),
        Choice.of(WhenUnavailable.class, "whenUnavailable", whenUnavailable),
        turnRestKeyInUrl,
        relayReports);
  }
}
