package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Days;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;

/** Issues an API key, and shows it once. */
@Named("issue")
@RequestScoped
public class IssueDialog {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject IssueApiKey apiKeys;
  @Inject ApiKeysPage page;
  @Inject Look look;
  @Inject Clock clock;

  private final Form form = new Form();
  private IssueApiKey.Issued issued;

  /** The scopes this person can hand on. */
  public List<String> scopes() {
    return Stream.of(Scope.values())
        .filter(scope -> scope != Scope.ADMIN && person.caller().may(scope, inView.id()))
        .map(Scope::wireName)
        .toList();
  }

  /** An empty form, with what most keys are for. */
  public void begin() {
    form.clear();
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
            expiresAt(),
            LimitDialog.of(form));
    page.forget();
  }

  /** The key just issued; null else. */
  public String key() {
    return issued == null ? null : issued.key().reveal();
  }

  /** The days to choose the last from. */
  public Days days() {
    return Days.toCome(clock, look.zone());
  }

  public Form getForm() {
    return form;
  }

  /** The end of the day chosen, where this person is; null for never. */
  private Instant expiresAt() {
    LocalDate last = days().typed("expiresAt", form.text("expiresAt"));
    return last == null ? null : last.plusDays(1).atStartOfDay(look.zone()).toInstant();
  }
}
