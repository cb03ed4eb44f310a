package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;

class NetworksTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "192.168.1.128/25, 192.168.1.127, false",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "::/0, 2001:db8::1, true",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
  })
  void an_address_lies_in_a_network_by_its_first_bits(
      String block, String address, boolean inside) {
    assertThat(Networks.of(List.of(block)).contain(address)).isEqualTo(inside);
  }

  @Test
  void one_network_of_several_is_enough() {
    Networks networks = Networks.of(List.of("10.0.0.0/8", "2001:db8::/32"));
    assertThat(networks.contain("10.1.2.3")).isTrue();
    assertThat(networks.contain("2001:db8::1")).isTrue();
    assertThat(networks.contain("192.0.2.1")).isFalse();
  }

  @Test
  void no_network_at_all_means_everywhere() {
    assertThat(Networks.of(null).contain("192.0.2.1")).isTrue();
    assertThat(Networks.ANYWHERE.contain(null)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "localhost", "cafe", "bad.de", "10.0.0.256", "10.1", ":"})
  void what_is_no_address_lies_nowhere_and_is_never_looked_up(String text) {
    assertThat(Networks.of(List.of("0.0.0.0/0", "::/0")).contain(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/x",
        "10/8",
        "2001:db8::/129",
        "cafe",
        "fade.de/8",
        "10.0.0.256/32",
        "10.0.0.0 /8",
        "1:2:3/64"
      })
  void what_is_no_network_is_refused(String text) {
    assertThatThrownBy(() -> Networks.of(List.of(text)))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.reason()).isEqualTo(Rejected.Reason.INVALID));
  }

  @Test
  void a_missing_network_in_the_list_is_refused() {
    assertThatThrownBy(() -> Networks.of(Collections.singletonList(null)))
        .isInstanceOf(Rejected.class);
  }
}
