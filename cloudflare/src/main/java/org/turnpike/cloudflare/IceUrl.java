package org.turnpike.cloudflare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stun, stuns, turn or turns URL (RFC 7064, RFC 7065), as far as browsers take it. */
record IceUrl(String text, boolean relays, int port) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<scheme>stuns?|turns?):(?:\\[[0-9a-fA-F:.]+]|[^\\s:/?#@\\[\\]]+)(?::(?<port>\\d{1,5}))?"
              + "(?<query>\\?transport=(?:udp|tcp))?");

  /** Empty for what a browser would refuse: it would refuse the whole list. */
  static Optional<IceUrl> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group("scheme");
    boolean relays = scheme.startsWith("turn");
    if (!relays && matcher.group("query") != null) {
      return Optional.empty();
    }
    int usual = scheme.endsWith("s") ? 5349 : 3478;
    int port = matcher.group("port") == null ? usual : Integer.parseInt(matcher.group("port"));
    return port < 1 || port > 65_535
        ? Optional.empty()
        : Optional.of(new IceUrl(text, relays, port));
  }

  /** Browsers block port 53, and gathering stalls on it for up to 40 seconds. */
  boolean isBlocked() {
    return port == 53;
  }
}
