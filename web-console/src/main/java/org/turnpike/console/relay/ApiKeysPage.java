package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;

/** A tenant's API keys: issued, shown once, revoked. */
@Named("apiKeys")
@RequestScoped
public class ApiKeysPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject IssueApiKey apiKeys;
  @Inject Look look;
  @Inject Notices notices;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private final Form form = new Form();
  private List<ApiKey> list;
  private IssueApiKey.Issued issued;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    list();
  }

  public List<ApiKey> list() {
    if (list == null) {
      list = apiKeys.list(person.caller(), inView.id());
    }
    return list;
  }

  /** The scopes this person can hand on. */
  public List<String> scopes() {
    return Stream.of(Scope.values())
        .filter(scope -> scope != Scope.ADMIN && person.caller().may(scope, inView.id()))
        .map(Scope::wireName)
        .toList();
  }

  public String state(ApiKey key) {
    if (key.revokedAt() != null) {
      return "Revoked";
    }
    return key.isLive(clock.instant()) ? "Live" : "Expired";
  }

  public String networks(ApiKey key) {
    List<String> blocks = key.allowedNetworks().blocks();
    return blocks.isEmpty() ? "anywhere" : String.join(", ", blocks);
  }

  /** An empty form, with what most keys are for. */
  public void begin() {
    form.put("scopes", new String[] {Scope.CREDENTIALS.wireName()});
  }

  public void issue() {
    issued =
        apiKeys.issue(
            person.caller(),
            inView.id(),
            form.text("name"),
            Scopes.named(form.ticked("scopes")),
            Networks.of(form.lines("allowedNetworks")),
            expiresAt());
    list = null;
  }

  public void revoke() {
    ApiKeyId id = new ApiKeyId(UUID.fromString(request.getParameter("key")));
    apiKeys.revoke(person.caller(), inView.id(), id);
    list = null;
    notices.done("The API key is revoked: it opens nothing any more");
  }

  /** The key just issued, to be shown this once; null else. */
  public String issuedKey() {
    return issued == null ? null : issued.key().reveal();
  }

  public Form getForm() {
    return form;
  }

  /** The end of the day chosen, where this person is; null for never. */
  private Instant expiresAt() {
    String day = form.text("expiresAt");
    try {
      return day == null
          ? null
          : LocalDate.parse(day).plusDays(1).atStartOfDay(look.zone()).toInstant();
    } catch (DateTimeException e) {
      throw Rejected.invalid("expiresAt", "A day is written such as 2027-01-31.");
    }
  }
}
