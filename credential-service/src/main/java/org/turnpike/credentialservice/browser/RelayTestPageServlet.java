package org.turnpike.credentialservice.browser;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** The page of the relay test. It may talk to its own server alone, and nothing may frame it. */
@WebServlet("/relay-test/*")
public class RelayTestPageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Map<String, BrowserFile> FILES =
      Map.of(
          "/", page("index.html", "text/html"),
          "/page.js", page("page.js", "text/javascript"),
          "/style.css", page("style.css", "text/css"),
          "/turnpike-relay-test.js", page("turnpike-relay-test.js", "text/javascript"));

  private static BrowserFile page(String name, String type) {
    return BrowserFile.read("relay-test/" + name, type + ";charset=UTF-8");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo() == null) {
      response.sendRedirect(request.getRequestURI() + "/"); // its files lie beside it
      return;
    }
    BrowserFile file = FILES.get(request.getPathInfo());
    if (file == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
    file.answer(request, response);
  }
}
