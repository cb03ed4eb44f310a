package org.turnpike.credentialservice.dropin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.shared.Rejected;
import org.turnpike.turnkey.TurnKeyOwners;

/**
 * Cloudflare's own three calls: an app that makes them changes its base URL and its token, which is
 * an API key, and nothing else. The TURN key in the address must be the tenant's; which one mints
 * is decided as always, so that an app goes on with the uid it knows after a rotation.
 */
@WebServlet("/cloudflare/v1/turn/keys/*")
public class CloudflareServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern ADDRESS =
      Pattern.compile(
          "/(?<uid>[^/]+)/credentials/(?:(?<call>generate-ice-servers|generate)"
              + "|(?<username>.+)/revoke)");

  @Inject transient Issuing issuing;
  @Inject transient RevokeCredentials credentials;
  @Inject transient TurnKeyOwners owners;
  @Inject transient OncePerKey once;

  /** What Cloudflare takes; it leaves open what else it would ignore. */
  record Request(Integer ttl, String customIdentifier) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher address = ADDRESS.matcher(String.valueOf(request.getPathInfo()));
    if (!address.matches()) {
      throw Rejected.notFound("address");
    }
    if (!request.getMethod().equals("POST")) {
      throw new NotAllowedException("POST");
    }
    Call call = Call.of(request);
    requireOwn(call, address.group("uid"));
    if (address.group("username") != null) {
      credentials.revoke(call.caller(), call.apiKey().tenant(), address.group("username"));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else if (address.group("call").equals("generate")) {
      issue(request, CloudflareReply.One::of).writeTo(response);
    } else {
      issue(request, CloudflareReply.Several::of).writeTo(response);
    }
  }

  private void requireOwn(Call call, String uid) {
    if (owners.of(uid).filter(owner -> owner.equals(call.apiKey().tenant())).isEmpty()) {
      throw Rejected.notFound("TURN key");
    }
  }

  private Answer issue(HttpServletRequest request, Function<List<IceServer>, Record> shape)
      throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    Request asked = body.length == 0 ? new Request(null, null) : Json.read(body, Request.class);
    return once.answer(
        request,
        () -> {
          Issued issued = issuing.issue(Call.of(request), asked.ttl(), asked.customIdentifier());
          String reply = Json.text(shape.apply(issued.iceServers()));
          return issued.grant() == null
              ? Answer.withoutId(reply)
              : Answer.created(issued.grant().value(), reply).withSecret();
        });
  }
}
