package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** Why usage will be charged to nobody. */
record WriteOffRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 500) String reason) {}
