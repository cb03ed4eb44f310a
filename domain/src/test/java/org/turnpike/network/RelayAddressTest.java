package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.network.RelayAddress.Family;

class RelayAddressTest {
  @ParameterizedTest
  @CsvSource({
    "2606:4700:0048:0:0:0:0:1, 2606:4700:48::1",
    "2A06:98C1:3200::1, 2a06:98c1:3200::1",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "' 141.101.90.1 ', 141.101.90.1"
  })
  void it_is_written_in_one_way(String given, String written) {
    assertThat(new RelayAddress(given).text()).isEqualTo(written);
    assertThat(new RelayAddress(given)).isEqualTo(new RelayAddress(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "turn.cloudflare.com",
        "192.0.2",
        "192.0.2.256",
        "1:2:3",
        ":::",
        "1.2.3.4/32"
      })
  void what_is_no_address_is_refused_and_never_looked_up(String text) {
    assertInvalid("addresses", () -> new RelayAddress(text));
  }

  @Test
  void firewalls_take_it_as_a_block_of_one() {
    assertThat(AddressSet.PUBLISHED.all())
        .extracting(RelayAddress::block)
        .containsExactly(
            "141.101.90.1/32", "162.159.207.1/32", "2606:4700:48::1/128", "2a06:98c1:3200::1/128");
  }

  @Test
  void a_set_has_no_order_and_no_repetitions_of_its_own() {
    AddressSet one = AddressSet.of(List.of("2001:db8::1", "192.0.2.10", "192.0.2.9"));
    AddressSet other =
        AddressSet.of(List.of("192.0.2.9", "192.0.2.10", "2001:DB8::1", "192.0.2.9"));

    assertThat(one).isEqualTo(other);
    assertThat(one.texts()).containsExactly("192.0.2.9", "192.0.2.10", "2001:db8::1");
    assertThat(one.of(Family.IPV6).texts()).containsExactly("2001:db8::1");
    assertThat(one.minus(one.of(Family.IPV4))).isEqualTo(one.of(Family.IPV6));
  }
}
