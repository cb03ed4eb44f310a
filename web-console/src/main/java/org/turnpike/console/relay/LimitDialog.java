package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.LimitApiKey;
import org.turnpike.tenant.LimitChange;

/** Changes the limits of an API key. */
@Named("limit")
@RequestScoped
public class LimitDialog {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject LimitApiKey apiKeys;
  @Inject ApiKeysPage page;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();

  /** The limits that a dialog holds; what is empty is to hold nothing. */
  static LimitChange of(Form form) {
    return LimitChange.to(form.whole("maxTtl"), form.whole("callsPerMinute"), form.whole("burst"));
  }

  /** Fills the dialog with those of a key. */
  public void edit() {
    ApiKey key = apiKeys.find(person.caller(), inView.id(), id(request.getParameter("key")));
    form.put("key", key.id().toString());
    form.put("name", key.name());
    form.put("maxTtl", key.maxTtl());
    if (key.callLimit() != null) {
      form.put("callsPerMinute", key.callLimit().callsPerMinute());
      form.put("burst", key.callLimit().burst());
    }
  }

  public void save() {
    ApiKey key = apiKeys.limit(person.caller(), inView.id(), id(form.text("key")), of(form));
    page.forget();
    notices.done("The limits of " + key.name() + " hold within a second");
  }

  public Form getForm() {
    return form;
  }

  private static ApiKeyId id(String text) {
    return new ApiKeyId(UUID.fromString(text));
  }
}
