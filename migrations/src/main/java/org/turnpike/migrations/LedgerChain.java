package org.turnpike.migrations;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The ledger's hash chain: each line's hash is the SHA-256 of the hash before it and of all that
 * the line says, so that the last one stands for every line. Here, because whoever posts and
 * whoever verifies must compute the same; migration V19 says it once more, in SQL.
 */
public final class LedgerChain {
  private static final int HASH = 32;
  private static final int LINE = 108;

  private final MessageDigest sha256;
  private final ByteBuffer line = ByteBuffer.allocate(HASH + LINE);

  /** A line without its hash; volumes in bytes. */
  public record Line(
      long posting,
      UUID turnKey,
      UUID tenant,
      Instant windowStart,
      Instant windowEnd,
      int revision,
      long egress,
      long ingress,
      long readEgress,
      long readIngress,
      Instant postedAt) {}

  public LedgerChain() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** What stands for no line: the hash before the first. */
  public static byte[] genesis() {
    return new byte[HASH];
  }

  /** The hash of a line, given that of the line before. */
  public byte[] next(byte[] previous, Line next) {
    line.clear()
        .put(previous)
        .putLong(next.posting)
        .putLong(next.turnKey.getMostSignificantBits())
        .putLong(next.turnKey.getLeastSignificantBits())
        .putLong(next.tenant.getMostSignificantBits())
        .putLong(next.tenant.getLeastSignificantBits())
        .putLong(micros(next.windowStart))
        .putLong(micros(next.windowEnd))
        .putInt(next.revision)
        .putLong(next.egress)
        .putLong(next.ingress)
        .putLong(next.readEgress)
        .putLong(next.readIngress)
        .putLong(micros(next.postedAt))
        .flip();
    sha256.update(line);
    return sha256.digest();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
