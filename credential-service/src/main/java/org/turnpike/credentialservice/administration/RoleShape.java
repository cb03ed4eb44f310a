package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;

/** A role a person holds. */
record RoleShape(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {"operator", "finance", "tenant-admin", "tenant-viewer"})
        String role,
    @Schema(description = "for which tenant; null for the company-wide roles operator and finance")
        UUID tenantId) {
  static RoleShape of(RoleGrant grant) {
    return new RoleShape(
        Choice.name(grant.role()), grant.tenant() == null ? null : grant.tenant().value());
  }

  static Set<RoleGrant> grants(List<RoleShape> shapes) {
    return shapes == null
        ? Set.of()
        : shapes.stream().map(RoleShape::grant).collect(Collectors.toUnmodifiableSet());
  }

  private RoleGrant grant() {
    if (role == null) {
      throw Rejected.invalid("roles", "Each of roles needs a role.");
    }
    return new RoleGrant(
        Choice.of(Role.class, "roles", role), tenantId == null ? null : new TenantId(tenantId));
  }
}
