package org.turnpike.quality;

/** How the browser reaches the relay, or its peer; TLS leads to a relay alone. */
public enum CallTransport {
  UDP,
  TCP,
  TLS
}
