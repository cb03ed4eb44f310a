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
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

/**
 * The shape of draft-uberti-behave-turn-rest-00. Its username names who asks: it is our custom
 * identifier. STUN alone cannot be said in it, and is a 503.
 */
@WebServlet("/turn")
public class TurnRestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration RETRY = Duration.ofSeconds(30);

  @Inject transient Issuing issuing;

  record Reply(String username, Secret password, long ttl, List<String> uris) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      throw new NotAllowedException("GET");
    }
    if (!"turn".equals(request.getParameter("service"))) {
      throw Rejected.invalid("service", "service must be turn.");
    }
    Issued issued = issuing.issue(Call.of(request), null, request.getParameter("username"));
    byte[] reply = Json.write(reply(issued));
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(reply.length);
    response.getOutputStream().write(reply);
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
