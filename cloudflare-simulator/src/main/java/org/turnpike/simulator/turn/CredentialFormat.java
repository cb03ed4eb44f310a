package org.turnpike.simulator.turn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
  static CredentialFormat sharedSecret(String secret, Clock clock) {
    SecureRandom random = new SecureRandom();
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1");
    return (ttl, customIdentifier) -> {
      String id = customIdentifier.isEmpty() ? "untagged" : customIdentifier;
      long expiry = clock.instant().getEpochSecond() + ttl;
      // Two credentials of one identifier and second must stay two.
      String username = expiry + ":" + id + "-" + hex(random, 8);
      return new Pair(username, hmac(key, username));
    };
  }

  private static String hex(SecureRandom random, int characters) {
    byte[] bytes = new byte[characters / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA1", e);
    }
  }
}
