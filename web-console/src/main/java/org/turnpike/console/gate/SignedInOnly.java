package org.turnpike.console.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session of somebody disabled, or given a new password, since: at the next request. */
@WebFilter(filterName = "signed-in-only")
public class SignedInOnly extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Person person;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getUserPrincipal() == null || isResource(request) || person.isKnown()) {
      chain.doFilter(request, response);
    } else {
      request.logout();
      request.getSession().invalidate();
      WayIn.send(request, response);
    }
  }

  static boolean isResource(HttpServletRequest request) {
    return request.getServletPath().startsWith("/jakarta.faces.resource/");
  }
}
