package org.turnpike.console.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** To the sign-in page, with the way back where there is one. */
final class WayIn {
  /** What an Ajax call's script follows as a browser follows a redirect. */
  private static final String AJAX_REDIRECT =
      "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"%s\"/></partial-response>";

  private WayIn() {}

  static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var signIn = request.getContextPath() + "/sign-in.xhtml";
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response.getWriter().write(AJAX_REDIRECT.formatted(signIn + "?expired=true"));
    } else if ("GET".equals(request.getMethod())) {
      var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      var from = URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
      response.sendRedirect(signIn + "?from=" + from);
    } else {
      response.sendRedirect(signIn + "?expired=true");
    }
  }
}
