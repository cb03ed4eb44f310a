package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.identity.User;

/** A person who uses the console. */
record UserReply(
    UUID id,
    String email,
    String name,
    @Schema(allowableValues = {"invited", "active", "disabled"}) String status,
    List<RoleShape> roles,
    Instant createdAt,
    Instant lastSignInAt) {
  static UserReply of(User user) {
    return new UserReply(
        user.id(),
        user.email(),
        user.name(),
        Choice.name(user.status()),
        user.roles().stream()
            .map(RoleShape::of)
            .sorted(Comparator.comparing(RoleShape::toString))
            .toList(),
        user.createdAt(),
        user.lastSignInAt());
  }
}
