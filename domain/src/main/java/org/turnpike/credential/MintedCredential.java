package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A credential as Cloudflare gave it.
 *
 * @param identifier by which Cloudflare groups its usage; null for none
 * @param expiresAt counted from before the call, so that Cloudflare never ends it earlier
 */
public record MintedCredential(
    List<IceServer> iceServers, CustomIdentifier identifier, Instant mintedAt, Instant expiresAt) {
  public MintedCredential {
    iceServers = List.copyOf(iceServers);
  }

  String username() {
    return iceServers.stream()
        .map(IceServer::username)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Minted ICE servers hold a username"));
  }

  /** Shows no password. */
  @Override
  public String toString() {
    return "credential " + username();
  }
}
