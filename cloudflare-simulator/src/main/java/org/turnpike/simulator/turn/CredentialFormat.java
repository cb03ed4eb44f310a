package org.turnpike.simulator.turn;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** How a username and its password are made. */
@FunctionalInterface
public interface CredentialFormat {

  /** A fresh pair. */
  record Pair(String username, String credential) {

    @Override
    public String toString() {
      return "Pair[redacted]";
    }
  }

  Pair next(long ttl, String customIdentifier);

  /** Cloudflare's: 96 hex characters each, that mean nothing. */
  static CredentialFormat opaque() {
    SecureRandom random = new SecureRandom();
    return (ttl, customIdentifier) -> new Pair(hex(random, 96), hex(random, 96));
  }

  /** The one that coturn checks with {@code use-auth-secret}: {@code expiry:id} and its HMAC. */
  static CredentialFormat sharedSecret(SharedSecret secret, Clock clock) {
    SecureRandom random = new SecureRandom();
    return (ttl, customIdentifier) -> {
      String id = customIdentifier.isEmpty() ? "untagged" : customIdentifier;
      long expiry = clock.instant().getEpochSecond() + ttl;
      // Two credentials of one identifier and second must stay two.
      String username = expiry + ":" + id + "-" + hex(random, 8);
      return new Pair(username, secret.hmac(username));
    };
  }

  private static String hex(SecureRandom random, int characters) {
    byte[] bytes = new byte[characters / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
