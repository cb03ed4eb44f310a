package org.turnpike.persistence;

import java.util.SplittableRandom;

/**
 * When to kill, drawn from a seed: so many lines of one kind were said, and a moment has passed.
 *
 * @param lines how many it takes
 * @param kind after what: minted and not yet recorded, or handed out
 */
record KillPoint(int seed, int lines, String kind, long nanos) {
  private static final int MOST_LINES = 60;
  private static final int MOST_NANOS = 3_000_000;

  static KillPoint of(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new KillPoint(
        seed,
        1 + random.nextInt(MOST_LINES),
        random.nextBoolean() ? IssuingProcess.MINTED : IssuingProcess.HANDED_OUT,
        random.nextBoolean() ? 0 : random.nextInt(MOST_NANOS));
  }
}
