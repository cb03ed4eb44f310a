package org.turnpike.identity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Objects;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;

/**
 * A role a person holds.
 *
 * @param tenant for which tenant; null exactly when the role is for the whole company
 */
@Embeddable
public record RoleGrant(
    @Enumerated(EnumType.STRING) @Column(name = "role") Role role,
    @Embedded @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
        TenantId tenant)
    implements Serializable {
  public RoleGrant {
    Objects.requireNonNull(role, "role");
    if (role.companyWide() && tenant != null) {
      throw Rejected.invalid("roles", "The role " + role + " is held for the whole company.");
    }
    if (!role.companyWide() && tenant == null) {
      throw Rejected.invalid("roles", "The role " + role + " needs a tenant.");
    }
  }
}
