package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;

/** What is said of an account; a change leaves out what stays. */
record AccountRequest(
    @Schema(description = "needed to add one") String name,
    @Schema(description = "Cloudflare's own id, 32 hexadecimal digits; needed to add one")
        String accountId,
    @Schema(type = "string", description = "may manage TURN keys; needed to add one")
        Secret apiToken,
    @Schema(type = "string", description = "may read analytics; without it apiToken does")
        Secret analyticsToken,
    @Schema(
            allowableValues = {"bearer", "basic"},
            defaultValue = "bearer")
        String authScheme,
    @Schema(description = "needed with basic") String organizationId,
    @Schema(type = "string", description = "needed with basic") Secret organizationApiKey,
    @Schema(minimum = "1", maximum = "31", defaultValue = "1") Integer billingDay,
    @Schema(defaultValue = AccountDetails.RTC_URL) String rtcUrl,
    @Schema(defaultValue = AccountDetails.API_URL) String apiUrl,
    @Schema(
            allowableValues = {"generate-ice-servers", "generate"},
            defaultValue = "generate-ice-servers")
        String mintEndpoint,
    @Schema(description = "replaces the whole minting address, with {keyId} in it")
        String mintUrl) {
  AccountDetails details() {
    return new AccountDetails(
        name,
        accountId,
        apiToken,
        analyticsToken,
        Choice.of(AuthScheme.class, "authScheme", authScheme),
        organizationId,
        organizationApiKey,
        billingDay,
        rtcUrl,
        apiUrl,
        Choice.of(MintEndpoint.class, "mintEndpoint", mintEndpoint),
        mintUrl);
  }
}
