package org.turnpike.tenant;

import java.net.URI;
import java.util.Locale;

/** Scheme, host and port of an address: who gets what is sent there. */
record Origin(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Of an address that has been checked. */
  static Origin of(String url) {
    URI uri = URI.create(url.replace(AccountDetails.KEY_ID, "key"));
    int usual = uri.getScheme().equals("http") ? HTTP : HTTPS;
    return new Origin(
        uri.getScheme(),
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() == -1 ? usual : uri.getPort());
  }
}
