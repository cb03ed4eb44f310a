package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** Why a possible leak is none, or what was done about it. */
record Dismissal(@Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 500) String why) {}
