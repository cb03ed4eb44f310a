package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** What is to change of a person: all the roles held from now on. */
record UserChange(@Schema(requiredMode = RequiredMode.REQUIRED) List<RoleShape> roles) {}
