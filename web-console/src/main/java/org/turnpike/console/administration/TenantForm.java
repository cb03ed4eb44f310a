package org.turnpike.console.administration;

import java.util.UUID;
import org.turnpike.console.shell.Form;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.tenant.TtlChange;
import org.turnpike.tenant.WhenUnavailable;

/** A tenant as its dialog shows it. */
final class TenantForm {
  private TenantForm() {}

  static void begin(Form form) {
    form.put("timeZone", "UTC");
    form.put("whenUnavailable", WhenUnavailable.REFUSE.name());
    form.put("keyInUrl", "false");
    form.put("relayReports", "false");
  }

  static void fill(Form form, Tenant tenant) {
    form.put("tenantId", tenant.id().toString());
    form.put("name", tenant.name());
    form.put("slug", tenant.slug());
    form.put("accountId", tenant.account().toString());
    form.put("timeZone", tenant.timeZone().getId());
    form.put("plan", tenant.plan());
    form.put("minTtl", tenant.terms().ttl().minTtl());
    form.put("maxTtl", tenant.terms().ttl().maxTtl());
    form.put("defaultTtl", tenant.terms().ttl().defaultTtl());
    form.put("whenUnavailable", tenant.terms().whenUnavailable().name());
    form.put("keyInUrl", Boolean.toString(tenant.terms().keyInUrl()));
    form.put("relayReports", Boolean.toString(tenant.terms().relayReports()));
  }

  static TenantDetails details(Form form) {
    String account = form.text("accountId");
    return new TenantDetails(
        form.text("name"),
        form.text("slug"),
        account == null ? null : new AccountId(UUID.fromString(account)),
        form.text("timeZone"),
        form.text("plan"),
        null,
        TtlChange.to(form.whole("minTtl"), form.whole("maxTtl"), form.whole("defaultTtl")),
        WhenUnavailable.valueOf(form.text("whenUnavailable")),
        Boolean.valueOf(form.text("keyInUrl")),
        Boolean.valueOf(form.text("relayReports")));
  }
}
