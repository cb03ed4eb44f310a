package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;
import org.turnpike.tenant.AccountId;

/** A TURN key that exists at Cloudflare and is to be metered by its identifiers. */
record SharedTurnKeyRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED) UUID accountId,
    @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100) String name,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "Cloudflare's id of the key")
        String uid) {
  AccountId account() {
    return accountId == null ? null : new AccountId(accountId);
  }
}
