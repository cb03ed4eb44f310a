package org.turnpike.console.gate;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.turnpike.tenant.TrustedProxies;

/** Where the request came from, whichever of our proxies it came through. */
@Dependent
class CallerAddress {
  private final HttpServletRequest request;
  private final TrustedProxies proxies;

  @Inject
  CallerAddress(HttpServletRequest request, TrustedProxies proxies) {
    this.request = request;
    this.proxies = proxies;
  }

  /** As a literal, IPv4 or IPv6. */
  String read() {
    return proxies.caller(
        request.getRemoteAddr(), Collections.list(request.getHeaders(TrustedProxies.HEADER)));
  }
}
