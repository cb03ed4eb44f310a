package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.TenantDetails;

/** A tenant to be added. */
record NewTenant(
    @Schema(requiredMode = RequiredMode.REQUIRED) String name,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "its name in addresses")
        String slug,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "the id of an account added before")
        UUID accountId,
    @Schema(description = "IANA name, for display", defaultValue = "UTC") String timeZone,
    @Schema(description = "code of a rate plan", defaultValue = "standard") String plan) {
  TenantDetails details() {
    AccountId account = accountId == null ? null : new AccountId(accountId);
    return new TenantDetails(name, slug, account, timeZone, plan, null);
  }
}
