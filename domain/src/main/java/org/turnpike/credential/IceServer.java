package org.turnpike.credential;

import java.util.List;
import org.turnpike.shared.Secret;

/**
 * One RTCIceServer.
 *
 * @param urls stun, turn or turns URLs; at least one
 * @param username null for STUN alone
 * @param credential the password; null for STUN alone
 */
public record IceServer(List<String> urls, String username, Secret credential) {
  public IceServer {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("An ICE server has at least one URL");
    }
    if ((username == null) != (credential == null)) {
      throw new IllegalArgumentException("Username and credential go together");
    }
  }
}
