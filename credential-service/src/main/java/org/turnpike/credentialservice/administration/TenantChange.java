package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.shared.Replacement;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.tenant.TtlChange;
import org.turnpike.tenant.WhenUnavailable;

/** What is to change of a tenant; what stays is left out. */
record TenantChange(
    String name,
    String slug,
    String timeZone,
    String plan,
    @Schema(allowableValues = {"active", "suspended", "closed"}) String status,
    @Schema(
            implementation = Integer.class,
            description = "shortest life of credentials, in seconds. An empty text removes it")
        Replacement<Integer> minTtl,
    @Schema(
            implementation = Integer.class,
            description = "longest life of credentials, in seconds. An empty text removes it")
        Replacement<Integer> maxTtl,
    @Schema(
            implementation = Integer.class,
            description =
                "life of credentials for which none is asked, in seconds. An empty text removes it")
        Replacement<Integer> defaultTtl,
    @Schema(
            description = "what callers are answered when no relay can be had",
            allowableValues = {"refuse", "stun-only"})
        String whenUnavailable,
    @Schema(
            description =
                "whether /api/turn takes the API key as key= in its URL; logs of proxies keep URLs")
        Boolean turnRestKeyInUrl,
    @Schema(
            description =
                "whether browsers may report how calls fare, with a token of the ICE reply")
        Boolean relayReports) {
  TenantDetails details() {
    Tenant.Status wanted = Choice.of(Tenant.Status.class, "status", status);
    return new TenantDetails(
        name,
        slug,
        null,
        timeZone,
        plan,
        wanted,
        new TtlChange(minTtl, maxTtl, defaultTtl),
        Choice.of(WhenUnavailable.class, "whenUnavailable", whenUnavailable),
        turnRestKeyInUrl,
        relayReports);
  }
}
