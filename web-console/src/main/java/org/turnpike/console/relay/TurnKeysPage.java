package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.usage.KeyUse;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** A tenant's TURN keys: made, adopted, deleted. */
@Named("turnKeys")
@RequestScoped
public class TurnKeysPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject ProvisionTurnKey turnKeys;
  @Inject RevokeCredentials credentials;
  @Inject DrawUpStatements statements;
  @Inject KeyUse keyUse;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private List<KeyUse.Row> list;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    list();
  }

  public List<KeyUse.Row> list() {
    if (list == null) {
      Caller caller = person.caller();
      list = keyUse.of(caller, statements.of(caller, inView.id(), DrawUpStatements.CURRENT));
    }
    return list;
  }

  public boolean mayManage() {
    return inView.keys(person);
  }

  public void create() {
    TurnKey key = turnKeys.create(person.caller(), inView.id(), form.text("name"));
    list = null;
    notices.done(key.name() + " is there and mints from now on");
  }

  public void adopt() {
    if (form.secret("secret") == null) {
      throw Rejected.invalid("secret", "Enter the key's secret, as Cloudflare showed it once.");
    }
    TurnKey key =
        turnKeys.adopt(
            person.caller(),
            inView.id(),
            form.text("name"),
            form.text("uid"),
            form.secret("secret"));
    list = null;
    notices.done(key.name() + " was adopted and mints from now on");
  }

  /** Fills the dialog that asks for the key's name. */
  public void askBeforeDeleting() {
    TurnKey key = find(request.getParameter("key"));
    form.put("key", key.id().toString());
    form.put("expected", key.name());
  }

  public void delete() {
    TurnKey key = find(form.text("key"));
    form.put("expected", key.name());
    if (!key.name().equals(form.text("typed"))) {
      throw Rejected.invalid("typed", "Type the name exactly as it stands above.");
    }
    credentials.retire(person.caller(), inView.id(), key.id());
    list = null;
    notices.done(key.name() + " was deleted, and what it minted was revoked");
  }

  public Form getForm() {
    return form;
  }

  private TurnKey find(String id) {
    return turnKeys.find(person.caller(), inView.id(), new TurnKeyId(UUID.fromString(id)));
  }
}
