package org.turnpike.console;

import java.net.URI;

/** The address people type; whether it is https decides about secure cookies and HSTS. */
record PublicUrl(URI value) {
  static PublicUrl configured() {
    var environment = System.getenv("TURNPIKE_PUBLIC_URL");
    return new PublicUrl(
        URI.create(
            environment == null
                ? System.getProperty("turnpike.public.url", "http://localhost")
                : environment));
  }

  boolean encrypted() {
    return "https".equalsIgnoreCase(value.getScheme());
  }
}
