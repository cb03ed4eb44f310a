package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;

/** What is tallied is summed up by quarters of an hour, UTC. */
public final class TallyWindow {
  private static final Duration LENGTH = Duration.ofMinutes(15);

  private TallyWindow() {}

  /** The start of the one that the instant lies in. */
  public static Instant startOf(Instant instant) {
    long seconds = LENGTH.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
  }
}
