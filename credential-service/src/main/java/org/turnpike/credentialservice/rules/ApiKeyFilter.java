package org.turnpike.credentialservice.rules;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Authenticate;

/** Lets nobody by without a living API key, but for the calls of people who have none yet. */
public class ApiKeyFilter implements Filter {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([!-~]{1,200}) *", Pattern.CASE_INSENSITIVE);
  private static final String WITHOUT_KEY = "/v1/invitations/accept";

  @Inject Authenticate authenticate;
  @Inject CallerAddress addresses;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest call = (HttpServletRequest) request;
    if (!path(call).equals(WITHOUT_KEY)) {
      String address = addresses.of(call);
      new Call(authenticate.authenticate(key(call), address), address).attachTo(call);
    }
    chain.doFilter(request, response);
  }

  private static String path(HttpServletRequest call) {
    return call.getRequestURI().substring(call.getContextPath().length());
  }

  private static String key(HttpServletRequest call) {
    String authorization = call.getHeader("Authorization");
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      throw new Rejected(
          Rejected.Reason.UNAUTHENTICATED, "Send an API key: Authorization: Bearer tpk_…");
    }
    return bearer.group(1);
  }
}
