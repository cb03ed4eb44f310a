package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.network.RelayAddresses;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;
import org.turnpike.simulator.dns.SimulatedDns;

/** Against a resolver that speaks DNS. */
class DnsRelayAddressesTest {
  private SimulatedDns dns;

  @BeforeEach
  void start() throws IOException {
    dns = SimulatedDns.start();
  }

  @AfterEach
  void stop() {
    dns.close();
  }

  @Test
  void it_asks_the_resolver_of_the_settings_for_each_family() {
    for (String name : RelayAddresses.NAMES) {
      assertThat(names(dns.address()).find(name, Family.IPV4).texts())
          .containsExactly("141.101.90.1", "162.159.207.1");
      assertThat(names(dns.address()).find(name, Family.IPV6).texts())
          .containsExactly("2606:4700:48::1", "2a06:98c1:3200::1");
    }
    assertThat(names(dns.address()).resolver()).isEqualTo(dns.address());
    assertThat(dns.questions()).isEqualTo(4);
  }

  @Test
  void a_change_is_seen_at_the_next_question() {
    RelayAddresses names = names(dns.address());
    names.find(SimulatedDns.TURN, Family.IPV4);
    dns.says(SimulatedDns.TURN, "192.0.2.77");
    assertThat(names.find(SimulatedDns.TURN, Family.IPV4).texts()).containsExactly("192.0.2.77");
  }

  @Test
  void a_failure_no_such_name_and_no_address_are_all_no_answer() {
    RelayAddresses names = names(dns.address());
    dns.fail("AAAA", "SERVFAIL");
    assertThatThrownBy(() -> names.find(SimulatedDns.TURN, Family.IPV6))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith(dns.address() + " gives no AAAA of turn.cloudflare.com: it ");
    assertThat(names.find(SimulatedDns.TURN, Family.IPV4).isEmpty()).isFalse();
    dns.says(SimulatedDns.TURN, "2001:db8::1");
    assertThatThrownBy(() -> names.find(SimulatedDns.TURN, Family.IPV4))
        .isInstanceOf(Unavailable.class)
        .hasMessageEndingWith("it knows none.");
    assertThatThrownBy(() -> names.find("gone.cloudflare.com", Family.IPV4))
        .isInstanceOf(Unavailable.class)
        .hasMessageEndingWith("it knows no such name.");
  }

  @Test
  void a_resolver_that_is_silent_or_nowhere_is_not_waited_for_long() {
    dns.fallSilent("A");
    long begin = System.nanoTime();
    assertThatThrownBy(() -> names(dns.address()).find(SimulatedDns.TURN, Family.IPV4))
        .isInstanceOf(Unavailable.class)
        .hasMessageEndingWith("it does not answer.");
    assertThatThrownBy(() -> names("resolver.invalid").find(SimulatedDns.TURN, Family.IPV4))
        .isInstanceOf(Unavailable.class)
        .hasMessage("resolver.invalid:53 is no host that is known.");
    assertThat(System.nanoTime() - begin).isLessThan(60_000_000_000L);
  }

  private static RelayAddresses names(String server) {
    Map<Setting, String> set = Map.of(Setting.DNS_SERVER, server);
    return new DnsRelayAddresses(new Settings(setting -> Optional.ofNullable(set.get(setting))));
  }
}
