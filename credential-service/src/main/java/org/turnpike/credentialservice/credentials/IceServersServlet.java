package org.turnpike.credentialservice.credentials;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import java.io.IOException;
import org.turnpike.credential.AnswerCounts;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.TimeToLive;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.tenant.TermsInForce;

/** Issues credentials: the hot path, and so a plain servlet (docs/adr/0005). */
@WebServlet("/v1/ice-servers")
public class IceServersServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient IssueCredentials credentials;
  @Inject transient IceServersText text;
  @Inject transient ReportsOffer reports;
  @Inject transient TermsInForce terms;
  @Inject transient OncePerKey once;
  @Inject transient AnswerCounts answers;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw new NotAllowedException("POST");
    }
    IceServersRequest asked = IceServersRequest.read(request.getInputStream().readAllBytes());
    once.answer(request, () -> issue(request, asked)).writeTo(response);
  }

  private Answer issue(HttpServletRequest request, IceServersRequest asked) {
    Call call = Call.of(request);
    TimeToLive ttl = asked.timeToLive(terms.ttl(call.apiKey()));
    CustomIdentifier identifier = asked.identifier();
    GrantId refused = asked.refused();
    UrlChoice urls = asked.urls();
    IssueCredentials.Issued issued =
        answers.counted(
            call.apiKey().tenant(),
            () -> credentials.issue(call.apiKey(), call.address(), ttl, identifier, refused));
    String reply = text.of(issued, urls, reports.of(request, call.apiKey().tenant(), issued));
    return issued.grant() == null
        ? Answer.withoutId(reply)
        : Answer.created(issued.grant().value(), reply).withSecret();
  }
}
