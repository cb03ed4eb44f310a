package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;

/** What is said of an account; a change leaves out what stays. */
record AccountRequest(
    @Schema(description = "needed to add one") String name,
    @Schema(description = "Cloudflare's own id, 32 hexadecimal digits; needed to add one")
        String accountId,
    @Schema(
            type = "string",
            description =
                "may manage TURN keys; needed to add one, and the one in force is needed to change"
                    + " the host of rtcUrl, apiUrl or mintUrl")
        Secret apiToken,
    @Schema(
            implementation = String.class,
            description =
                "may read analytics; without it apiToken does. Empty removes it. Needed again to"
                    + " change the host of apiUrl")
        Replacement<Secret> analyticsToken,
    @Schema(
            allowableValues = {"bearer", "basic"},
            defaultValue = "bearer")
        String authScheme,
    @Schema(implementation = String.class, description = "needed with basic. Empty removes it")
        Replacement<String> organizationId,
    @Schema(
            implementation = String.class,
            description =
                "needed with basic. Empty removes it. Needed again to change the host of rtcUrl or"
                    + " mintUrl")
        Replacement<Secret> organizationApiKey,
    @Schema(minimum = "1", maximum = "31", defaultValue = "1") Integer billingDay,
    @Schema(defaultValue = AccountDetails.RTC_URL) String rtcUrl,
    @Schema(defaultValue = AccountDetails.API_URL) String apiUrl,
    @Schema(
            allowableValues = {"generate-ice-servers", "generate"},
            defaultValue = "generate-ice-servers")
        String mintEndpoint,
    @Schema(
            implementation = String.class,
            description =
                "replaces the whole minting address, with {keyId} in it. Empty removes it")
        Replacement<String> mintUrl) {
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
