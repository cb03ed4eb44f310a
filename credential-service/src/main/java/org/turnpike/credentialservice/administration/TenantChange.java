package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;

/** What is to change of a tenant; what stays is left out. */
record TenantChange(
    String name,
    String slug,
    String timeZone,
    String plan,
    @Schema(allowableValues = {"active", "suspended", "closed"}) String status) {
  TenantDetails details() {
    Tenant.Status wanted = Choice.of(Tenant.Status.class, "status", status);
    return new TenantDetails(name, slug, null, timeZone, plan, wanted);
  }
}
