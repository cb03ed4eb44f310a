package org.turnpike.credential;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What those who asked for a credential were answered in some time, by what served them.
 *
 * @param refused how many got nothing, because no relay could be had
 */
public record AnswerTally(long minted, long reused, long reserve, long fallback, long refused)
    implements Tally<AnswerTally> {
  public static final AnswerTally NONE = new AnswerTally(0, 0, 0, 0, 0);

  /** Answers given. */
  public long given() {
    return minted + reused + reserve + fallback;
  }

  /** Those that got no relay: STUN alone, or nothing. */
  public long withoutRelay() {
    return fallback + refused;
  }

  /** The share of answers served from what was at hand; nothing when there was none. */
  public Optional<BigDecimal> atHand() {
    return MintingTally.ratio(reused + reserve, given());
  }

  /** Mintings tried at Cloudflare for each answer given; nothing when none was. */
  public static Optional<BigDecimal> callsPerAnswer(MintingTally mintings, AnswerTally answers) {
    return MintingTally.ratio(mintings.calls(), answers.given());
  }

  @Override
  public AnswerTally plus(AnswerTally other) {
    return new AnswerTally(
        minted + other.minted,
        reused + other.reused,
        reserve + other.reserve,
        fallback + other.fallback,
        refused + other.refused);
  }

  @Override
  public AnswerTally minus(AnswerTally other) {
    return new AnswerTally(
        minted - other.minted,
        reused - other.reused,
        reserve - other.reserve,
        fallback - other.fallback,
        refused - other.refused);
  }
}
