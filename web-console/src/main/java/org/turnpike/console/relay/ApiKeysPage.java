package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.IssueApiKey;

/** A tenant's API keys, and their revocation. */
@Named("apiKeys")
@RequestScoped
public class ApiKeysPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject IssueApiKey apiKeys;
  @Inject Notices notices;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private List<ApiKey> list;

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

  public void revoke() {
    ApiKeyId id = new ApiKeyId(UUID.fromString(request.getParameter("key")));
    apiKeys.revoke(person.caller(), inView.id(), id);
    forget();
    notices.done("The API key is revoked: it opens nothing any more");
  }

  /** The list is to be read again. */
  void forget() {
    list = null;
  }
}
