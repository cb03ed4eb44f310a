package org.turnpike.systemtests.benchmark;

/**
 * One figure of one run.
 *
 * @param failures answers that were errors, and requests without an answer
 */
record Measured(double value, long failures) {}
