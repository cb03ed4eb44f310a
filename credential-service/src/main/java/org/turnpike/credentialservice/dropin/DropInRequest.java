package org.turnpike.credentialservice.dropin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * A call of an app that was written for another service. Its body is JSON or not looked at, and
 * seldom said to be JSON: {@code fetch} calls a text {@code text/plain}. At the address of the TURN
 * REST draft an API key in the URL counts where no header brings one.
 */
final class DropInRequest extends HttpServletRequestWrapper {
  private static final String KEY_IN_URL = DropInRequest.class.getName() + ".keyInUrl";

  private final String authorization;

  DropInRequest(HttpServletRequest request) {
    super(request);
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String key =
        header == null && request.getServletPath().equals(TurnRestServlet.PATH)
            ? TurnRestQuery.of(request).key()
            : null;
    request.setAttribute(KEY_IN_URL, key != null);
    authorization = key == null ? header : "Bearer " + key;
  }

  /** Whether the call is let in by a key in its URL alone. */
  static boolean hasKeyInUrl(HttpServletRequest request) {
    return (boolean) request.getAttribute(KEY_IN_URL);
  }

  @Override
  public String getHeader(String name) {
    return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? authorization : super.getHeader(name);
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_JSON;
  }
}
