package org.turnpike.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** AES-256-GCM under the master key; {@code v1:} and base64 of nonce, ciphertext and tag. */
final class Encryption {
  private static final String VERSION = "v1:";
  private static final String DERIVATION = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * Under the key that the setting names.
   *
   * @throws IllegalStateException when there is none, or it has not 32 bytes
   */
  Encryption(Settings settings) {
    String text = settings.text(Setting.MASTER_KEY);
    byte[] bytes;
    try {
      String base64 =
          text.startsWith("file:")
              ? Files.readString(Path.of(text.substring("file:".length()))).strip()
              : text;
      bytes = Base64.getDecoder().decode(base64);
    } catch (IOException | IllegalArgumentException e) {
      throw Setting.MASTER_KEY.bad("must be base64, or file: and a path to it");
    }
    if (bytes.length != KEY_BYTES) {
      throw Setting.MASTER_KEY.bad("must have 32 bytes, and has " + bytes.length);
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** Throws {@link IllegalStateException} when the settings name no usable key. */
  static void requireKey(Settings settings) {
    new Encryption(settings);
  }

  /** The one of this process; the converters that Hibernate makes have no other way to it. */
  static Encryption atRest() {
    return Holder.AT_REST;
  }

  private static final class Holder {
    static final Encryption AT_REST = new Encryption(ServerSettings.ofServer());
  }

  String encrypt(Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed =
        apply(Cipher.ENCRYPT_MODE, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8));
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return VERSION + Base64.getEncoder().encodeToString(all);
  }

  Secret decrypt(String column) {
    if (!column.startsWith(VERSION)) {
      throw new IllegalStateException("A secret in the database is of no known version");
    }
    ByteBuffer all =
        ByteBuffer.wrap(Base64.getDecoder().decode(column.substring(VERSION.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    byte[] sealed = new byte[all.remaining()];
    all.get(sealed);
    return Secret.of(new String(apply(Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8));
  }

  /** As {@link org.turnpike.shared.DerivedKeys} says: the first block of HKDF-Expand. */
  byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance(DERIVATION);
      mac.init(new SecretKeySpec(key.getEncoded(), DERIVATION));
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 1);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + DERIVATION, e);
    }
  }

  private byte[] apply(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A secret cannot be read: turnpike.master.key is not the one it was stored under", e);
    }
  }
}
