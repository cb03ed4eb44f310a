package org.turnpike.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.turnpike.shared.Secret;

/**
 * What proves that a call is ours and when it was made: HMAC-SHA256 over the time, a dot and the
 * body, so that a receiver can refuse what was recorded and is played back.
 */
final class Signature {
  static final String HEADER = "Turnpike-Signature";

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** The header's value. */
  static String of(Secret secret, Instant now, String body) {
    long seconds = now.getEpochSecond();
    return "t=%d,v1=%s".formatted(seconds, hmac(secret, seconds + "." + body));
  }

  private static String hmac(Secret secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has HMAC-SHA256", e);
    }
  }
}
