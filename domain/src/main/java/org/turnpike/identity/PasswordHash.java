package org.turnpike.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

/**
 * A person's password as kept: PBKDF2 with HMAC-SHA256, its cost beside it, so that the cost can
 * rise without anybody's losing his sign-in. Machines' API keys are random and need no slow hash.
 */
final class PasswordHash {
  static final int LEAST_LENGTH = 12;

  private static final int ITERATIONS = 600_000; // OWASP Password Storage Cheat Sheet, 2023
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a check costs when there is no such user, so that time does not tell who exists. */
  private static final String OF_NOBODY = of(Secret.of("nobody has this password"));

  private PasswordHash() {}

  /** {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash in base64. */
  static String of(Secret password) {
    if (password.reveal().length() < LEAST_LENGTH) {
      throw Rejected.invalid(
          "password", "A password needs at least " + LEAST_LENGTH + " characters.");
    }
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return "pbkdf2-sha256$%d$%s$%s"
        .formatted(
            ITERATIONS,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, ITERATIONS)));
  }

  /** Takes as long for a null hash as for a wrong password. */
  static boolean matches(String hash, Secret password) {
    String[] parts = (hash == null ? OF_NOBODY : hash).split("\\$", 4);
    Base64.Decoder base64 = Base64.getDecoder();
    byte[] derived = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(base64.decode(parts[3]), derived) && hash != null;
  }

  private static byte[] derive(Secret password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
