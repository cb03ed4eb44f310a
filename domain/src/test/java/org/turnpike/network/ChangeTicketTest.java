package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.network.WatchSamples.NEW_V4;
import static org.turnpike.network.WatchSamples.V4_ONE;
import static org.turnpike.network.WatchSamples.V6_ONE;
import static org.turnpike.network.WatchSamples.V6_TWO;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.turnpike.world.InMemoryTransactions;

class ChangeTicketTest {
  private final FakeRelayAddresses names = new FakeRelayAddresses(new InMemoryTransactions());
  private final AddressWatch watch = new AddressWatch();

  @Test
  void it_names_what_is_new_what_is_gone_every_port_and_the_deadline_with_its_zone() {
    look(V4_ONE, NEW_V4, V6_ONE, V6_TWO);
    assertThat(ChangeTicket.of(watch, ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            """
            Firewall change: new addresses of Cloudflare's TURN and STUN servers

            To be done by 9 December 2026, 15:30 CET: 14 days after the change was first seen, 25 November 2026, 15:30 CET. Calls may fail from then on.

            Let clients connect, outbound, to these as well:
              192.0.2.77/32
            on these ports:
              3478 udp, 3478 tcp   STUN and TURN
              443 udp, 80 tcp      TURN
              5349 tcp, 443 tcp    TURN over TLS

            No longer in use; may be closed after the others are open:
              162.159.207.1/32

            All that has to be open then:
              141.101.90.1/32
              192.0.2.77/32
              2606:4700:48::1/128
              2a06:98c1:3200::1/128

            As A and AAAA of turn.cloudflare.com and stun.cloudflare.com say; answers come back on the same connections.
            """);
  }

  @Test
  void without_a_change_it_says_what_has_to_be_open() {
    look(V4_ONE, "162.159.207.1", V6_ONE, V6_TWO);
    assertThat(ChangeTicket.of(watch, ZoneOffset.UTC))
        .startsWith("Firewall: addresses of Cloudflare's TURN and STUN servers")
        .contains("141.101.90.1/32", "2a06:98c1:3200::1/128", "3478 udp")
        .doesNotContain("To be done by", "No longer in use");
  }

  @Test
  void before_the_first_look_it_has_the_published_addresses() {
    assertThat(ChangeTicket.of(watch, ZoneOffset.UTC)).contains("141.101.90.1/32");
  }

  private void look(String... addresses) {
    names.says(addresses);
    watch.saw(Look.at(names, Instant.parse("2026-11-25T14:30:00Z")));
  }
}
