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
 * whoever verifies must compute the same; migration V19 says it once more, in SQL, of the lines
 * that were there before.
 */
public final class LedgerChain {
  private static final int HASH = 32;
  private static final int LINE = 108;
  private static final int REPLY = 1 + 16;
  private static final int BOUNDS = 1 + 24;
  private static final int SETTLEMENT = 1;
  private static final int RULE = 1 + 16;
  private static final UUID NOBODY = new UUID(0, 0);

  private final MessageDigest sha256;
  private final ByteBuffer line =
      ByteBuffer.allocate(HASH + LINE + REPLY + BOUNDS + SETTLEMENT + RULE);

  /**
   * How good a reading was.
   *
   * @param lower egress in bytes, as {@code upper}
   */
  public record Bounds(long lower, long upper, long samples) {}

  /**
   * A line without its hash; volumes in bytes.
   *
   * @param tenant null for nobody
   * @param reply null where none was kept
   * @param bounds null where Cloudflare gave none
   * @param rule null but where a rule changed the owner
   */
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
      Instant postedAt,
      UUID reply,
      Bounds bounds,
      boolean settlement,
      UUID rule) {}

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
    UUID tenant = next.tenant == null ? NOBODY : next.tenant;
    line.clear()
        .put(previous)
        .putLong(next.posting)
        .putLong(next.turnKey.getMostSignificantBits())
        .putLong(next.turnKey.getLeastSignificantBits())
        .putLong(tenant.getMostSignificantBits())
        .putLong(tenant.getLeastSignificantBits())
        .putLong(micros(next.windowStart))
        .putLong(micros(next.windowEnd))
        .putInt(next.revision)
        .putLong(next.egress)
        .putLong(next.ingress)
        .putLong(next.readEgress)
        .putLong(next.readIngress)
        .putLong(micros(next.postedAt));
    putWhatNotEachLineHas(next);
    sha256.update(line.flip());
    return sha256.digest();
  }

  /** Behind a letter each: lines that were posted before there was such a thing keep their hash. */
  private void putWhatNotEachLineHas(Line next) {
    if (next.reply != null) {
      line.put((byte) 'R')
          .putLong(next.reply.getMostSignificantBits())
          .putLong(next.reply.getLeastSignificantBits());
    }
    if (next.bounds != null) {
      line.put((byte) 'C')
          .putLong(next.bounds.lower)
          .putLong(next.bounds.upper)
          .putLong(next.bounds.samples);
    }
    if (next.settlement) {
      line.put((byte) 'S');
    }
    if (next.rule != null) {
      line.put((byte) 'A')
          .putLong(next.rule.getMostSignificantBits())
          .putLong(next.rule.getLeastSignificantBits());
    }
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
