package org.turnpike.shared;

import java.math.BigDecimal;

/**
 * A data volume in exact bytes; negative only as the difference a correction posts.
 *
 * @param bytes whole bytes
 */
public record DataVolume(long bytes) implements Comparable<DataVolume> {
  public static final DataVolume NONE = new DataVolume(0);

  public static DataVolume ofBytes(long bytes) {
    return bytes == 0 ? NONE : new DataVolume(bytes);
  }

  public DataVolume plus(DataVolume other) {
    return ofBytes(Math.addExact(bytes, other.bytes));
  }

  public DataVolume minus(DataVolume other) {
    return ofBytes(Math.subtractExact(bytes, other.bytes));
  }

  public DataVolume atMost(DataVolume limit) {
    return compareTo(limit) <= 0 ? this : limit;
  }

  public boolean isNegative() {
    return bytes < 0;
  }

  /** In decimal gigabytes of 10^9 bytes, exact, for display; money goes by the rate plan's own. */
  public BigDecimal gigabytes() {
    return BigDecimal.valueOf(bytes, 9);
  }

  @Override
  public int compareTo(DataVolume other) {
    return Long.compare(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return bytes + " B";
  }
}
