package org.turnpike.credentialservice.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Logger LOG = Logger.getLogger(Attempts.class.getName());

  private final List<Level> logged = new ArrayList<>();
  private final Handler listening =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private final Attempts attempts = new Attempts("The test");

  @BeforeEach
  void listen() {
    LOG.addHandler(listening);
  }

  @AfterEach
  void listen_no_more() {
    LOG.removeHandler(listening);
  }

  @Test
  void what_works_is_not_talked_about() {
    attempts.attempt(() -> {});

    assertThat(logged).isEmpty();
  }

  @Test
  void a_failure_that_goes_on_is_logged_once() {
    attempts.attempt(() -> fail("away"));
    attempts.attempt(() -> fail("still away"));

    assertThat(logged).containsExactly(Level.WARNING);
  }

  @Test
  void a_failure_of_another_kind_is_logged_as_well() {
    attempts.attempt(() -> fail("away"));
    attempts.attempt(
        () -> {
          throw new UnsupportedOperationException("broken");
        });

    assertThat(logged).containsExactly(Level.WARNING, Level.WARNING);
  }

  @Test
  void the_end_of_a_failure_is_logged_once() {
    attempts.attempt(() -> fail("away"));
    attempts.attempt(() -> {});
    attempts.attempt(() -> {});

    assertThat(logged).containsExactly(Level.WARNING, Level.INFO);
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }
}
