package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** A person to be invited. */
record NewUser(
    @Schema(requiredMode = RequiredMode.REQUIRED) String email,
    String name,
    @Schema(requiredMode = RequiredMode.REQUIRED) List<RoleShape> roles) {}
