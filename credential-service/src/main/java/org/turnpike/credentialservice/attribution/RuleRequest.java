package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.UUID;
import org.turnpike.attribution.IdentifierPattern;
import org.turnpike.shared.TenantId;

/** Whose usage of certain identifiers is to be. */
record RuleRequest(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            maxLength = 255,
            description =
                "a custom identifier, or its beginning followed by an asterisk; empty for usage"
                    + " without an identifier")
        String pattern,
    @Schema(requiredMode = RequiredMode.REQUIRED) UUID tenantId) {
  IdentifierPattern checkedPattern() {
    return new IdentifierPattern(pattern);
  }

  TenantId tenant() {
    return tenantId == null ? null : new TenantId(tenantId);
  }
}
