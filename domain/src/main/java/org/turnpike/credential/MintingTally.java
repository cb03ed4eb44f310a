package org.turnpike.credential;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What became of mintings with a TURN key in some time.
 *
 * @param minted credentials that Cloudflare minted, whoever for
 * @param failed how many were tried and brought no credential
 * @param turnedAway how many were not tried, because the breaker was open
 * @param ahead how many of the minted ones went into the reserve
 * @param taken how many were handed out of the reserve, whenever they were minted
 */
public record MintingTally(long minted, long failed, long turnedAway, long ahead, long taken)
    implements Tally<MintingTally> {
  public static final MintingTally NONE = new MintingTally(0, 0, 0, 0, 0);
  private static final int PLACES = 4;

  /** Mintings tried at Cloudflare. */
  public long calls() {
    return minted + failed;
  }

  /** Credentials granted to somebody: minted for them, or taken from the reserve. */
  public long handedOut() {
    return Math.max(0, minted - ahead + taken);
  }

  /**
   * Credentials handed out for each one minted; Cloudflare asks for more than half. Above one while
   * the reserve is drawn upon; nothing when none was minted.
   */
  public Optional<BigDecimal> usedRatio() {
    return ratio(handedOut(), minted);
  }

  static Optional<BigDecimal> ratio(long part, long whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP));
  }

  @Override
  public MintingTally plus(MintingTally other) {
    return new MintingTally(
        minted + other.minted,
        failed + other.failed,
        turnedAway + other.turnedAway,
        ahead + other.ahead,
        taken + other.taken);
  }

  @Override
  public MintingTally minus(MintingTally other) {
    return new MintingTally(
        minted - other.minted,
        failed - other.failed,
        turnedAway - other.turnedAway,
        ahead - other.ahead,
        taken - other.taken);
  }
}
