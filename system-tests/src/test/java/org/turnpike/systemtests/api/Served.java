package org.turnpike.systemtests.api;

import java.time.Duration;

/**
 * What somebody who asked for a credential got.
 *
 * @param meetings whose they are
 * @param newcomer whether they asked for the first time
 * @param source null when they got none
 */
record Served(String meetings, boolean newcomer, int status, String source, Duration took) {
  boolean within(Duration time) {
    return took.compareTo(time) < 0;
  }

  boolean from(String wanted) {
    return wanted.equals(source);
  }
}
