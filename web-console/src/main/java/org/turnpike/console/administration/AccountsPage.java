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
    AccountForm.begin(form);
  }

  /** Fills the dialog with an account, but for its tokens, which are never shown again. */
  public void edit() {
    AccountForm.fill(form, accounts.find(person.caller(), id(request.getParameter("account"))));
  }

  public void save() {
    AccountDetails details = AccountForm.details(form);
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

  private static AccountId id(String text) {
    return new AccountId(UUID.fromString(text));
  }
}
