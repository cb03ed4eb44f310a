package org.turnpike.credentialservice.dropin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.TermsInForce;

/**
 * The shape of draft-uberti-behave-turn-rest-00. Its username names who asks: it is our custom
 * identifier. STUN alone cannot be said in it, and is a 503. Its first edition asks by GET, the
 * second by POST; all there is to say stands in the URL, even the API key where the tenant allows
 * it.
 */
@WebServlet(TurnRestServlet.PATH)
public class TurnRestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  static final String PATH = "/turn";

  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final Duration RETRY = Duration.ofSeconds(30);

  @Inject transient Issuing issuing;
  @Inject transient TermsInForce terms;

  record Reply(String username, Secret password, long ttl, List<String> uris) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!METHODS.contains(request.getMethod())) {
      throw new NotAllowedException("GET", new String[] {"POST"});
    }
    Call call = Call.of(request);
    if (DropInRequest.hasKeyInUrl(request)) {
      requireKeyInUrlAllowed(call.apiKey());
    }
    TurnRestQuery query = TurnRestQuery.of(request);
    if (!"turn".equals(query.service())) {
      throw Rejected.invalid("service", "service must be turn.");
    }
    Issued issued = issuing.issue(call, null, query.username());
    byte[] reply = Json.write(reply(issued));
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(reply.length);
    response.getOutputStream().write(reply);
  }

  private void requireKeyInUrlAllowed(ApiKey key) {
    if (key.tenant() == null || !terms.of(key.tenant()).keyInUrl()) {
      throw new Rejected(
          Rejected.Reason.UNAUTHENTICATED,
          "This tenant takes no API key in the URL, where logs keep it. Send it as Authorization:"
              + " Bearer tpk_…, or have an operator switch the tenant to it.");
    }
  }

  private static Reply reply(Issued issued) {
    IceServer relay =
        issued.iceServers().stream()
            .filter(server -> server.username() != null)
            .findFirst()
            .orElseThrow(() -> new Unavailable("No relay can be had.", RETRY));
    List<String> uris = relay.urls().stream().filter(url -> url.startsWith("turn")).toList();
    return new Reply(relay.username(), relay.credential(), issued.ttl().toSeconds(), uris);
  }
}
