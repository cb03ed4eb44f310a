package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.network.WatchSamples.NEW_V4;
import static org.turnpike.network.WatchSamples.V4_ONE;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.World;

class FirewallLetterTest {
  private final World world = new World();

  @Test
  void it_names_every_address_and_port_of_both_families() {
    String letter = FirewallLetter.of(inUse());
    assertThat(letter)
        .contains(
            "141.101.90.1/32   162.159.207.1/32", "2606:4700:48::1/128   2a06:98c1:3200::1/128")
        .contains("3478 and 443", "3478 and 80", "5349 and 443", "14 days");
  }

  @Test
  void a_changed_address_is_in_it_and_a_family_that_was_never_seen_stays_as_published() {
    FakeRelayAddresses names = new FakeRelayAddresses(new InMemoryTransactions());
    names.says(V4_ONE, NEW_V4);
    AddressWatch watch = new AddressWatch();
    watch.saw(Look.at(names, Instant.parse("2026-11-25T14:30:00Z")));
    world.transactions().run(() -> world.watches().add(watch));
    assertThat(FirewallLetter.of(inUse()))
        .contains(V4_ONE + "/32   " + NEW_V4 + "/32", "2606:4700:48::1/128")
        .doesNotContain("162.159.207.1");
  }

  private AddressSet inUse() {
    return new AddressesInUse(world.watches(), world.transactions()).now();
  }
}
