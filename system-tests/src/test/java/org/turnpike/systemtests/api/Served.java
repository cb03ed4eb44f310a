package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * What somebody who asked for a credential got.
 *
 * @param meetings whose they are
 * @param newcomer whether they asked for the first time
 * @param source null when they got none
 */
record Served(String meetings, boolean newcomer, int status, String source, Duration took) {
  private static final Duration IN_TIME = Duration.ofSeconds(1);

  void assertInTime() {
    assertThat(status).as("answer to %s", this).isEqualTo(201);
    assertThat(took).as("time of %s", this).isLessThan(IN_TIME);
  }

  boolean from(String wanted) {
    return wanted.equals(source);
  }
}
