package org.turnpike.systemtests.api;

import java.time.Duration;

/**
 * What somebody who asked for a credential got.
 *
 * @param meetings whose they are
 * @param newcomer whether they asked for the first time
 * @param source null when they got none
 * @param began when they asked, by {@link System#nanoTime}
 */
record Served(
    String meetings, boolean newcomer, int status, String source, long began, Duration took) {
  boolean within(Duration time) {
    return took.compareTo(time) < 0;
  }

  /** Whether both waited at some moment. */
  boolean meanwhile(Served other) {
    return began - other.ended() <= 0 && other.began - ended() <= 0;
  }

  private long ended() {
    return began + took.toNanos();
  }

  boolean from(String wanted) {
    return wanted.equals(source);
  }
}
