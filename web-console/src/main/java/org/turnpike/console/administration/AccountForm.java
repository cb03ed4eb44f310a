package org.turnpike.console.administration;

import org.turnpike.console.shell.Form;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;

/** An account as its dialog shows it; tokens go in and never come out. */
final class AccountForm {
  private AccountForm() {}

  static void begin(Form form) {
    form.put("billingDay", 1);
    form.put("authScheme", AuthScheme.BEARER.name());
    form.put("mintEndpoint", MintEndpoint.GENERATE_ICE_SERVERS.name());
    form.put("rtcUrl", AccountDetails.RTC_URL);
    form.put("apiUrl", AccountDetails.API_URL);
  }

  static void fill(Form form, CloudflareAccount account) {
    form.put("account", account.id().toString());
    form.put("name", account.name());
    form.put("accountId", account.accountTag());
    form.put("billingDay", account.billingDay());
    form.put("authScheme", account.authScheme().name());
    form.put("organizationId", account.organizationId());
    form.put("mintEndpoint", account.mintEndpoint().name());
    form.put("rtcUrl", account.rtcUrl());
    form.put("apiUrl", account.apiUrl());
    form.put("mintUrl", account.mintUrl());
  }

  static AccountDetails details(Form form) {
    return new AccountDetails(
        form.text("name"),
        form.text("accountId"),
        form.secret("apiToken"),
        form.secret("analyticsToken"),
        AuthScheme.valueOf(form.text("authScheme")),
        form.text("organizationId"),
        form.secret("organizationApiKey"),
        (Integer) form.get("billingDay"),
        form.text("rtcUrl"),
        form.text("apiUrl"),
        MintEndpoint.valueOf(form.text("mintEndpoint")),
        form.text("mintUrl"));
  }
}
