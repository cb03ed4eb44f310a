package org.turnpike.console.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.console.shell.Requests;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.TrustedProxies;

class CallerAddressTest {
  @Test
  void a_trusted_proxy_names_the_person_and_nobody_else_does() {
    assertThat(from("10.1.2.3")).isEqualTo("203.0.113.9");
    assertThat(from("192.0.2.1")).isEqualTo("192.0.2.1");
  }

  private static String from(String peer) {
    Settings settings =
        new Settings(
            setting ->
                setting == Setting.TRUSTED_PROXIES ? Optional.of("10.0.0.0/8") : Optional.empty());
    return new CallerAddress(Requests.forwarded(peer, "203.0.113.9"), new TrustedProxies(settings))
        .read();
  }
}
