package org.turnpike.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How calls that connected fared. Percentiles are those of the calls' own means; loss is that of
 * all packets together.
 *
 * @param medianRoundTripMs in milliseconds; null when no call knows
 * @param p95RoundTripMs likewise: 95 of 100 calls had no more
 * @param medianJitterMs likewise
 * @param seconds connected, of all together
 */
public record QualityFigures(
    long calls,
    long relayed,
    BigDecimal medianRoundTripMs,
    BigDecimal p95RoundTripMs,
    BigDecimal medianJitterMs,
    long packetsReceived,
    long packetsLost,
    long bytesReceived,
    long bytesSent,
    long seconds) {
  public static final QualityFigures NONE =
      new QualityFigures(0, 0, null, null, null, 0, 0, 0, 0, 0);

  private static final int PLACES = 6;
  private static final BigDecimal BITS = BigDecimal.valueOf(8);

  /** Relayed calls of all; nothing of nothing. */
  public Optional<BigDecimal> relayedRatio() {
    return ratio(relayed, calls);
  }

  /** Packets that never came of those that should have; nothing of nothing. */
  public Optional<BigDecimal> lossRatio() {
    return ratio(packetsLost, packetsReceived + packetsLost);
  }

  /** What a call received in the mean, in bits a second; nothing of nothing. */
  public Optional<Long> bitsReceived() {
    return bits(bytesReceived);
  }

  /** Likewise what it sent. */
  public Optional<Long> bitsSent() {
    return bits(bytesSent);
  }

  private Optional<Long> bits(long bytes) {
    return seconds == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(bytes)
                .multiply(BITS)
                .divide(BigDecimal.valueOf(seconds), 0, RoundingMode.HALF_UP)
                .longValueExact());
  }

  private static Optional<BigDecimal> ratio(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP));
  }
}
