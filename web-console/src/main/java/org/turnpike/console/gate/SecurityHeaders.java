package org.turnpike.console.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.turnpike.shared.Settings;

/**
 * What every answer says to the browser. The content security policy is PrimeFaces' part (web.xml),
 * because it carries the page's nonce.
 */
@WebFilter(filterName = "security-headers")
public class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (SessionCookie.encrypted(settings)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (!SignedInOnly.isResource(request)) {
      // Pages show money and who did what: the browser keeps none of it after signing out.
      response.setHeader("Cache-Control", "no-store");
      request.getSession();
      SessionCookie.keepOnSite(response);
    }
    chain.doFilter(request, response);
  }
}
