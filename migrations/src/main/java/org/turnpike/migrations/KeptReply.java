package org.turnpike.migrations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterInputStream;

/**
 * How an answer of Cloudflare's is kept. Its id is the beginning of a hash of all it says, so that
 * the ledger's chain, which covers the ids, covers the answers. Here, because whoever keeps them
 * and whoever verifies must compute the same.
 */
public final class KeptReply {
  private KeptReply() {}

  /**
   * The first 128 bits of the SHA-256 over the question's length and text in UTF-8, the time in
   * microseconds, and the body.
   */
  public static UUID id(String question, Instant askedAt, byte[] body) {
    byte[] text = question.getBytes(StandardCharsets.UTF_8);
    MessageDigest sha256 = digest();
    sha256.update(
        ByteBuffer.allocate(Integer.BYTES + text.length + Long.BYTES)
            .putInt(text.length)
            .put(text)
            .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, askedAt))
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest(body));
    return new UUID(hash.getLong(), hash.getLong());
  }

  public static byte[] sha256(byte[] body) {
    return digest().digest(body);
  }

  public static byte[] deflated(byte[] body) {
    try (DeflaterInputStream in = new DeflaterInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read", e);
    }
  }

  /** Throws {@link IOException} when these are no deflated bytes. */
  public static byte[] inflated(byte[] kept) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(kept))) {
      return in.readAllBytes();
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
