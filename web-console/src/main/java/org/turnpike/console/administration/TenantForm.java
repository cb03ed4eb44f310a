package org.turnpike.console.administration;

import java.util.UUID;
import org.turnpike.console.shell.Form;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;

/** A tenant as its dialog shows it. */
final class TenantForm {
  private TenantForm() {}

  static void fill(Form form, Tenant tenant) {
    form.put("tenantId", tenant.id().toString());
    form.put("name", tenant.name());
    form.put("slug", tenant.slug());
    form.put("accountId", tenant.account().toString());
    form.put("timeZone", tenant.timeZone().getId());
    form.put("plan", tenant.plan());
  }

  static TenantDetails details(Form form) {
    String account = form.text("accountId");
    return new TenantDetails(
        form.text("name"),
        form.text("slug"),
        account == null ? null : new AccountId(UUID.fromString(account)),
        form.text("timeZone"),
        form.text("plan"),
        null);
  }
}
