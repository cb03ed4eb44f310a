package org.turnpike.console.attribution;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.attribution.AttributeUsage;
import org.turnpike.attribution.AttributionRule;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.ManageAccounts;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.ShareTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;

/** The TURN keys that tenants share, and the rules in force of each. */
@Named("sharedKeys")
@RequestScoped
public class SharedKeysPage {
  @Inject Person person;
  @Inject ShareTurnKey sharing;
  @Inject AttributeUsage attribute;
  @Inject ManageTenants tenants;
  @Inject ManageAccounts accounts;
  @Inject UnattributedPage unattributed;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private List<TurnKey> keys;

  /** A rule, and whose it is. */
  public record RuleRow(AttributionRule rule, TurnKey key, String tenant) {
    /** As people read it. */
    public String pattern() {
      return rule.pattern().text().isEmpty() ? "untagged" : rule.pattern().text();
    }
  }

  public List<TurnKey> keys() {
    if (keys == null) {
      keys = sharing.list(person.caller());
    }
    return keys;
  }

  public long metered() {
    return keys().stream().filter(key -> key.state() == TurnKey.State.ACTIVE).count();
  }

  public List<RuleRow> rules() {
    Map<TenantId, Tenant> owners =
        tenants.all(person.caller()).stream()
            .collect(Collectors.toMap(Tenant::id, Function.identity()));
    return keys().stream()
        .flatMap(
            key ->
                attribute.rules(person.caller(), key.id()).stream()
                    .map(rule -> new RuleRow(rule, key, owners.get(rule.tenant()).name())))
        .toList();
  }

  /** Whether this person may say which keys are metered. */
  public boolean mayManage() {
    return person.operator();
  }

  public List<CloudflareAccount> accounts() {
    return mayManage() ? accounts.list(person.caller()) : List.of();
  }

  public void add() {
    TurnKey key =
        sharing.add(
            person.caller(),
            new AccountId(UUID.fromString(form.text("account"))),
            form.text("name"),
            form.text("uid"));
    keys = null;
    notices.done(key.name() + " is metered: who uses it shows here within minutes");
  }

  public void end() {
    TurnKey key =
        sharing.end(person.caller(), new TurnKeyId(UUID.fromString(request.getParameter("key"))));
    keys = null;
    notices.done(key.name() + " is metered no more, once its usage has settled");
  }

  public void endRule() {
    AttributeUsage.Attributed ended =
        attribute.end(
            person.caller(),
            new TurnKeyId(UUID.fromString(request.getParameter("key"))),
            new RuleId(UUID.fromString(request.getParameter("rule"))));
    unattributed.lookAgain();
    notices.done(
        "The rule is ended: usage of %d identifiers went back".formatted(ended.identifiers()));
  }

  public Form getForm() {
    return form;
  }
}
