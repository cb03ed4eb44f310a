package org.turnpike.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

class HttpAddressTest {
  @Test
  void port_0_becomes_a_free_one_of_the_loopback_address() {
    HttpAddress address = HttpAddress.free(settings(Map.of(Setting.HTTP_PORT, "0")));

    assertThat(address.port()).isPositive();
    assertThat(address.url()).isEqualTo("http://127.0.0.1:" + address.port() + "/");
  }

  @Test
  void a_taken_port_is_refused_before_anything_starts() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings =
          settings(Map.of(Setting.HTTP_PORT, Integer.toString(taken.getLocalPort())));

      assertThatThrownBy(() -> HttpAddress.free(settings))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("turnpike.http.port");
    }
  }

  @Test
  void an_unknown_host_is_refused() {
    assertThatThrownBy(
            () -> HttpAddress.free(settings(Map.of(Setting.HTTP_HOST, "no.such.host.invalid"))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("turnpike.http.host");
  }

  @Test
  void an_IPv6_host_is_bracketed_in_the_URL() {
    assertThat(new HttpAddress("::1", 8080).url()).isEqualTo("http://[::1]:8080/");
  }

  private static Settings settings(Map<Setting, String> given) {
    return new Settings(setting -> Optional.ofNullable(given.get(setting)));
  }
}
