package org.turnpike.quality;

import org.turnpike.shared.Rejected;

/**
 * By which way a call's media goes.
 *
 * @param transport null where the browser does not tell
 */
public record CallPath(Route route, CallTransport transport) {
  public CallPath {
    if (route == null) {
      throw Rejected.invalid("route", "route must be relayed or direct, unless the join failed.");
    }
    if (route == Route.DIRECT && transport == CallTransport.TLS) {
      throw Rejected.invalid("transport", "transport tls leads to a relay alone.");
    }
  }
}
