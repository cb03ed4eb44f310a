package org.turnpike.systemtests.ledger;

import java.util.SplittableRandom;

/**
 * When to break something, drawn from a seed: so many ranges were read, and a moment has passed.
 *
 * @param newest whether ranges count alone that reach to the newest window, which move a watermark
 */
record Moment(int seed, boolean newest, int ranges, long nanos) {
  private static final int SOON = 3_000_000;
  private static final int LATER = 25_000_000;

  /**
   * One of them.
   *
   * @param keys which are read in a round, each once to the newest window
   * @param ranges in a round, at the least
   */
  static Moment of(int seed, int keys, int ranges) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean newest = random.nextBoolean();
    return new Moment(
        seed,
        newest,
        1 + random.nextInt(newest ? keys : ranges),
        random.nextInt(random.nextBoolean() ? SOON : LATER));
  }

  /** No thread is woken as exactly as this. */
  void pass() {
    long at = System.nanoTime() + nanos;
    while (System.nanoTime() < at) {
      Thread.onSpinWait();
    }
  }
}
