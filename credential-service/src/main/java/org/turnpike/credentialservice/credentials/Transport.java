package org.turnpike.credentialservice.credentials;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a client reaches the TURN server, best first: what fails least, then what gets through. */
enum Transport {
  UDP(3478, 443),
  TLS(443, 5349),
  TCP(3478, 80);

  private static final Pattern TURN =
      Pattern.compile("(turns?):[^?]*?(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");

  private final int bestPort;
  private final int nextPort;

  Transport(int bestPort, int nextPort) {
    this.bestPort = bestPort;
    this.nextPort = nextPort;
  }

  /** Of a turn or turns URL (RFC 7065); null for any other. */
  static Transport of(String url) {
    Matcher matcher = TURN.matcher(url);
    if (!matcher.matches()) {
      return null;
    }
    if (matcher.group(1).equals("turns")) {
      return TLS;
    }
    return "tcp".equals(matcher.group(3)) ? TCP : UDP;
  }

  /** 0 for the best port of this transport; the same for all that are not known to be good. */
  int rank(String url) {
    Matcher matcher = TURN.matcher(url);
    boolean named = matcher.matches() && matcher.group(2) != null;
    int port = named ? Integer.parseInt(matcher.group(2)) : standardPort();
    if (port == bestPort) {
      return 0;
    }
    return port == nextPort ? 1 : 2;
  }

  private int standardPort() {
    return this == TLS ? 5349 : 3478;
  }
}
