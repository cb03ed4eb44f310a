package org.turnpike.console.gate;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * Secure only where people come by https: on a plain-HTTP intranet a secure cookie would make every
 * sign-in fail without a word.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
  private static final String HEADER = "Set-Cookie";
  private static final String NAME = "turnpike-session";
  private static final String LAX = "; SameSite=Lax";

  @Inject Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setName(NAME);
    cookie.setHttpOnly(true);
    cookie.setSecure(encrypted(settings));
    cookie.setAttribute("SameSite", "Lax");
  }

  static boolean encrypted(Settings settings) {
    return settings
        .uri(Setting.PUBLIC_URL)
        .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
        .isPresent();
  }

  /** Payara takes no attributes of session cookies: says it on the header of a new one. */
  static void keepOnSite(HttpServletResponse response) {
    var cookies = List.copyOf(response.getHeaders(HEADER));
    if (cookies.stream().anyMatch(SessionCookie::strays)) {
      response.setHeader(HEADER, onSite(cookies.get(0)));
      cookies.stream().skip(1).forEach(cookie -> response.addHeader(HEADER, onSite(cookie)));
    }
  }

  private static String onSite(String cookie) {
    return strays(cookie) ? cookie + LAX : cookie;
  }

  private static boolean strays(String cookie) {
    return cookie.startsWith(NAME + "=") && !cookie.contains("SameSite");
  }
}
