package org.turnpike.console;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Secure only where people come by https: on a plain-HTTP intranet a secure cookie would make every
 * sign-in fail without a word.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
  @Override
  public void contextInitialized(ServletContextEvent event) {
    var cookie = event.getServletContext().getSessionCookieConfig();
    cookie.setHttpOnly(true);
    cookie.setSecure(PublicUrl.configured().encrypted());
    cookie.setAttribute("SameSite", "Lax");
  }
}
