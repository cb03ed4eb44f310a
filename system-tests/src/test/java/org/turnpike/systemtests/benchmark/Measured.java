package org.turnpike.systemtests.benchmark;

/**
 * One figure of one run.
 *
 * @param failures answers that were errors, and requests without an answer
 */
record Measured(double value, long failures) {
  @Override
  public String toString() {
    return "%.3f".formatted(value) + (failures == 0 ? "" : " with %d failures".formatted(failures));
  }
}
