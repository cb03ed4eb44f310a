package org.turnpike.simulator.traffic;

import java.time.Instant;

/** The grain of all traffic: buckets of five minutes, counted from the epoch. */
public final class FiveMinutes {

  public static final int SECONDS = 300;

  private FiveMinutes() {}

  public static Instant start(long bucket) {
    return Instant.ofEpochSecond(bucket * SECONDS);
  }

  /** The bucket that holds this instant. */
  public static long holding(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS);
  }

  /** The first bucket that starts at or after this instant. */
  public static long startingFrom(Instant instant) {
    long floor = holding(instant);
    return start(floor).equals(instant) ? floor : floor + 1;
  }
}
