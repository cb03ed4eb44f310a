package org.turnpike.credentialservice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.TrustedProxies;

class CallerAddressTest {
  private final CallerAddress addresses =
      new CallerAddress(
          new TrustedProxies(
              new Settings(
                  setting ->
                      setting == Setting.TRUSTED_PROXIES
                          ? Optional.of("10.0.0.0/8")
                          : Optional.empty())));

  @Test
  void the_peer_is_the_caller_whatever_it_says() {
    FakeRequest request = new FakeRequest("/").header("X-Forwarded-For", "203.0.113.9");

    assertThat(addresses.of(request.request())).isEqualTo("192.0.2.1");
  }

  @Test
  void a_trusted_proxy_names_the_caller_in_one_header_or_several() {
    FakeRequest request =
        new FakeRequest("/")
            .from("10.1.2.3")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-For", "10.0.0.7");

    assertThat(addresses.of(request.request())).isEqualTo("203.0.113.9");
  }
}
