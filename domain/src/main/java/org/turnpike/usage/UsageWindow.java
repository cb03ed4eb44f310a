package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;

/** The ledger's grain: UTC windows of 15 minutes, named by their start. */
public final class UsageWindow {
  public static final Duration LENGTH = Duration.ofMinutes(15);

  private UsageWindow() {}

  /** The start of the window that holds the instant. */
  public static Instant floor(Instant instant) {
    long seconds = LENGTH.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }

  /** The first window's start at or after the instant. */
  public static Instant ceiling(Instant instant) {
    Instant floor = floor(instant);
    return floor.equals(instant) ? floor : floor.plus(LENGTH);
  }
}
