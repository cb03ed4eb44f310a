package org.turnpike.credential;

import java.time.Duration;
import java.util.List;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/**
 * Who mints and revokes credentials: Cloudflare. Each call throws {@code Rejected} when it refuses
 * for good and {@code Unavailable} when it cannot be reached in time, is overloaded or answers
 * rubbish; a reply in between is never half believed.
 *
 * <p>Source: Cloudflare's {@code generate-ice-servers}, {@code generate} and {@code revoke}.
 */
public interface CredentialIssuer {
  /**
   * Mints one credential.
   *
   * @param identifier null for none
   * @return ICE servers, at least one with a username; none on port 53, which browsers block
   */
  List<IceServer> mint(
      CloudflareAccount account, TurnKey key, TimeToLive ttl, CustomIdentifier identifier);

  /** A minting begun so long ago has its answer, or will have none. */
  Duration longestMinting();

  /** Revokes one credential; one that is gone already is as good. */
  void revoke(CloudflareAccount account, TurnKey key, String username);
}
