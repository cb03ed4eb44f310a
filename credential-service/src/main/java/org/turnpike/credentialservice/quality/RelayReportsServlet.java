package org.turnpike.credentialservice.quality;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import java.io.IOException;
import org.turnpike.credentialservice.rules.Bearer;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.quality.RecordRelayReport;
import org.turnpike.quality.ReportToken;
import org.turnpike.quality.ReportTokens;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Rejected.Reason;

/**
 * Takes what browsers report of calls; 204 once it is kept. A servlet, as it stands beside the API:
 * its callers hold no API key.
 */
@WebServlet("/relay-reports")
public class RelayReportsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 4 * 1024;

  @Inject transient ReportTokens tokens;
  @Inject transient RecordRelayReport reports;
  @Inject transient CountryOfCall countries;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      throw new NotAllowedException("POST", new String[] {"OPTIONS"});
    }
    ReportToken token = tokens.checked(Bearer.of(request).orElse(null));
    byte[] body = request.getInputStream().readAllBytes();
    if (body.length > MOST_BYTES) {
      throw new Rejected(Reason.TOO_LARGE, "A report may have at most " + MOST_BYTES + " bytes.");
    }
    reports.take(token, Json.read(body, ReportOfBrowser.class).report(countries.of(request)));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
