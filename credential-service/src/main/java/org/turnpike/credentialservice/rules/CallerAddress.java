package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.turnpike.tenant.TrustedProxies;

/** Where a call came from, whichever of our proxies it came through. */
@ApplicationScoped
public class CallerAddress {
  private TrustedProxies proxies;

  protected CallerAddress() {}

  @Inject
  public CallerAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** As a literal, IPv4 or IPv6. */
  public String of(HttpServletRequest request) {
    return proxies.caller(
        request.getRemoteAddr(), Collections.list(request.getHeaders(TrustedProxies.HEADER)));
  }
}
