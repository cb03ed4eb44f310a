package org.turnpike.console.administration;

import org.turnpike.console.shell.Form;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
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

  /** A token left empty stays, for none is shown; another field left empty is to hold nothing. */
  static AccountDetails details(Form form) {
    return new AccountDetails(
        form.text("name"),
        form.text("accountId"),
        form.secret("apiToken"),
        entered(form, "analyticsToken"),
        AuthScheme.valueOf(form.text("authScheme")),
        new Replacement<>(form.text("organizationId")),
        form.text("organizationId") == null
            ? Replacement.byNothing()
            : entered(form, "organizationApiKey"),
        (Integer) form.get("billingDay"),
        form.text("rtcUrl"),
        form.text("apiUrl"),
        MintEndpoint.valueOf(form.text("mintEndpoint")),
        new Replacement<>(form.text("mintUrl")));
  }

  private static Replacement<Secret> entered(Form form, String field) {
    Secret secret = form.secret(field);
    return secret == null ? null : Replacement.by(secret);
  }
}
