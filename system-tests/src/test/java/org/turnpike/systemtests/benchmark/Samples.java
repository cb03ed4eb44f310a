package org.turnpike.systemtests.benchmark;

import java.util.List;

/** What one side was measured at, a figure for each round. */
record Samples(List<Measured> rounds) {
  double median() {
    double[] sorted = rounds.stream().mapToDouble(Measured::value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  double least() {
    return rounds.stream().mapToDouble(Measured::value).min().orElseThrow();
  }

  double most() {
    return rounds.stream().mapToDouble(Measured::value).max().orElseThrow();
  }

  long failures() {
    return rounds.stream().mapToLong(Measured::failures).sum();
  }
}
