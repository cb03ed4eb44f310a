package org.turnpike.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.AccountProbe;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;
import org.turnpike.tenant.ManageAccounts;

/** Accounts at Cloudflare: added once their tokens were tried, checked, changed. */
@Named("accounts")
@RequestScoped
public class AccountsPage {
  @Inject Person person;
  @Inject ManageAccounts accounts;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private List<CloudflareAccount> list;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    list();
  }

  public List<CloudflareAccount> list() {
    if (list == null) {
      list = accounts.list(person.caller());
    }
    return list;
  }

  /** Fills the dialog for a new account. */
  public void begin() {
    form.put("billingDay", 1);
    form.put("authScheme", AuthScheme.BEARER.name());
    form.put("mintEndpoint", MintEndpoint.GENERATE_ICE_SERVERS.name());
    form.put("rtcUrl", AccountDetails.RTC_URL);
    form.put("apiUrl", AccountDetails.API_URL);
  }

  /** Fills the dialog with an account, but for its tokens, which are never shown again. */
  public void edit() {
    CloudflareAccount account = accounts.find(person.caller(), id(request.getParameter("account")));
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

  public void save() {
    AccountDetails details = details();
    CloudflareAccount saved =
        form.text("account") == null
            ? accounts.add(person.caller(), details)
            : accounts.change(person.caller(), id(form.text("account")), details);
    list = null;
    notices.done(saved.name() + " is saved: Cloudflare accepts its tokens");
  }

  public void check() {
    AccountProbe.Outcome outcome =
        accounts.check(person.caller(), id(request.getParameter("account")));
    if (outcome.accepted()) {
      notices.done("Cloudflare accepts both tokens");
    } else {
      throw Rejected.conflict(
          "TURN keys: %s. Analytics: %s. %s"
              .formatted(
                  outcome.turnKeys().wireName(),
                  outcome.analytics().wireName(),
                  "Where a token is refused, edit the account and enter a new one."));
    }
  }

  public AuthScheme[] authSchemes() {
    return AuthScheme.values();
  }

  public MintEndpoint[] mintEndpoints() {
    return MintEndpoint.values();
  }

  public Form getForm() {
    return form;
  }

  private AccountDetails details() {
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

  private static AccountId id(String text) {
    return new AccountId(UUID.fromString(text));
  }
}
