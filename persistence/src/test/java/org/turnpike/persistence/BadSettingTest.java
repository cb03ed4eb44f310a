package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** A value that cannot be read ends the start, before there is anything but settings. */
class BadSettingTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(Database.class.getName());

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @Test
  void of_the_smallest_part_ends_the_start_with_one_line_that_names_it() {
    assertRefused(
        Setting.RETENTION_GRANTS,
        "x",
        "must be an ISO-8601 duration such as PT1M or P90D, and is x.");
  }

  @Test
  void a_master_key_that_cannot_be_read_is_named_and_not_shown() {
    assertRefused(Setting.MASTER_KEY, "no base64!", "must be base64, or file: and a path to it.");
    assertRefused(
        Setting.MASTER_KEY, "file:/nowhere", "must be base64, or file: and a path to it.");
    assertRefused(Setting.MASTER_KEY, "AAAA", "must have 32 bytes, and has 3.");
  }

  private static void assertRefused(Setting bad, String value, String why) {
    Database database =
        new Database(
            new Settings(setting -> setting == bad ? Optional.of(value) : Optional.empty()));
    assertThatIllegalStateException()
        .isThrownBy(() -> database.prepare(null))
        .withMessage("Turnpike does not start: Setting %s (%s) %s", bad.key(), bad.variable(), why);
  }
}
