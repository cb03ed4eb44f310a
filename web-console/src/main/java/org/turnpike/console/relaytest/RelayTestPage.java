package org.turnpike.console.relaytest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notices;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.relaytest.Leg;
import org.turnpike.relaytest.RelayTestLink;
import org.turnpike.relaytest.RelayTestResult;
import org.turnpike.relaytest.SeeRelayTests;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.IssueApiKey;

/** A tenant's links to the relay test, and what was found through them. */
@Named("relayTest")
@RequestScoped
public class RelayTestPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject SeeRelayTests seeing;
  @Inject IssueApiKey apiKeys;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private List<RelayTestResult> results;
  private List<RelayTestLink> links;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    results();
  }

  public List<RelayTestResult> results() {
    if (results == null) {
      results = seeing.latest(person.caller(), inView.id());
    }
    return results;
  }

  public List<RelayTestLink> links() {
    if (links == null) {
      links = seeing.links(person.caller(), inView.id());
    }
    return links;
  }

  /** One way of a result; null where its browser told nothing of it. */
  public Leg leg(RelayTestResult result, String transport) {
    return result.legs().stream()
        .filter(leg -> leg.transport().name().equals(transport))
        .findFirst()
        .orElse(null);
  }

  /** Ends a link with the API key behind it. */
  public void withdraw() {
    ApiKeyId id = new ApiKeyId(UUID.fromString(request.getParameter("link")));
    apiKeys.revoke(person.caller(), inView.id(), id);
    forget();
    notices.done("The link is withdrawn: it opens nothing any more");
  }

  /** The lists are to be read again. */
  void forget() {
    links = null;
    results = null;
  }
}
