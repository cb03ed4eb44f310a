package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.turnpike.shared.Secret;

/** A person just invited. */
record InvitationReply(
    UUID id,
    @Schema(type = "string", description = "the one-time link to a first password, shown this once")
        Secret invitationUrl,
    UserReply user) {}
