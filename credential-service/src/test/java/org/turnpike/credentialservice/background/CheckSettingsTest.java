package org.turnpike.credentialservice.background;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.world.World;

class CheckSettingsTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(CheckSettings.class.getName());

  private final World world = new World();

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @Test
  void trusted_proxies_that_are_no_networks_end_the_start() {
    assertThatCode(this::check).doesNotThrowAnyException();
    world.set(Setting.TRUSTED_PROXIES, "nonsense");
    assertThatIllegalStateException()
        .isThrownBy(this::check)
        .withMessageStartingWith(
            "Setting turnpike.trusted.proxies (TURNPIKE_TRUSTED_PROXIES) must be networks")
        .withMessageEndingWith(", and is nonsense.");
  }

  private void check() {
    CheckSettings.check(world.settings(), world.senders);
  }
}
