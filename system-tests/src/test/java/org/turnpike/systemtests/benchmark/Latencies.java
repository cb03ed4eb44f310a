package org.turnpike.systemtests.benchmark;

import java.util.Arrays;

/** How long each answer took. */
final class Latencies {
  private Latencies() {}

  /**
   * The least time within which 99 of 100 answers came.
   *
   * @param taken of at least one answer
   */
  static double ninetyNinthPercentile(double[] taken) {
    double[] sorted = taken.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
  }
}
