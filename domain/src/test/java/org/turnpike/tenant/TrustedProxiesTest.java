package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

class TrustedProxiesTest {
  private static final String PEER = "192.0.2.1";
  private static final String PROXY = "10.1.2.3";

  @Test
  void nobodys_word_is_taken_where_no_proxy_is_trusted() {
    assertThat(trusting("").caller(PEER, List.of("203.0.113.9"))).isEqualTo(PEER);
  }

  @Test
  void a_peer_that_is_no_proxy_of_ours_is_the_caller_whatever_it_says() {
    assertThat(trusting("10.0.0.0/8").caller(PEER, List.of("203.0.113.9"))).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 203.0.113.9",
        "203.0.113.9:4711 | 203.0.113.9",
        "2001:db8::9 | 2001:db8::9",
        "[2001:db8::9] | 2001:db8::9",
        "[2001:db8::9]:4711 | 2001:db8::9",
        "203.0.113.9, 10.0.0.7 | 203.0.113.9",
        "10.9.9.9, 203.0.113.9, 10.0.0.7 | 203.0.113.9",
        "forged, 203.0.113.9 | 203.0.113.9",
        "203.0.113.9, unknown | 10.1.2.3",
        "203.0.113.9, cafe | 10.1.2.3",
        "10.0.0.8, 10.0.0.7 | 10.0.0.8",
      })
  void a_trusted_proxy_names_the_caller(String forwarded, String caller) {
    assertThat(trusting("10.0.0.0/8").caller(PROXY, List.of(forwarded))).isEqualTo(caller);
  }

  @Test
  void several_headers_are_one_list() {
    assertThat(trusting("10.0.0.0/8").caller(PROXY, List.of("203.0.113.9", "10.0.0.7")))
        .isEqualTo("203.0.113.9");
  }

  @Test
  void a_trusted_proxy_that_names_nobody_is_the_caller() {
    assertThat(trusting("10.0.0.0/8").caller(PROXY, List.of())).isEqualTo(PROXY);
  }

  @Test
  void a_list_of_proxies_that_is_none_is_named_by_its_setting() {
    assertThatIllegalStateException()
        .isThrownBy(() -> trusting("10.0.0.0/8, everybody"))
        .withMessage(
            "Setting turnpike.trusted.proxies (TURNPIKE_TRUSTED_PROXIES) must be networks such as"
                + " 10.0.0.0/8 or 2001:db8::/32, with commas between, and is 10.0.0.0/8,"
                + " everybody.");
  }

  private static TrustedProxies trusting(String proxies) {
    return new TrustedProxies(
        new Settings(
            setting ->
                setting == Setting.TRUSTED_PROXIES ? Optional.of(proxies) : Optional.empty()));
  }
}
