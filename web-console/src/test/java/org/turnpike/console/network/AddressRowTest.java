package org.turnpike.console.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.network.WatchAddresses;
import org.turnpike.notification.NotificationSamples;
import org.turnpike.world.World;

class AddressRowTest {
  private final World world = new World();

  @Test
  void each_address_says_whether_it_is_open_and_in_use() {
    world.names.says("192.0.2.77", "141.101.90.1");
    world.names.fail(Family.IPV6);
    look();

    assertThat(AddressRow.of(watch()))
        .extracting(row -> row.address().text(), AddressRow::state, AddressRow::tone)
        .containsExactly(
            tuple("141.101.90.1", "In use", "ok"),
            tuple("162.159.207.1", "No longer in use", ""),
            tuple("192.0.2.77", "To be opened", "warn"),
            tuple("2606:4700:48::1", "Not looked up yet", ""),
            tuple("2a06:98c1:3200::1", "Not looked up yet", ""));
  }

  @Test
  void the_days_left_are_said_as_people_count() {
    assertThat(CountdownInView.left(14)).isEqualTo("14 days left");
    assertThat(CountdownInView.left(1)).isEqualTo("1 day left");
    assertThat(CountdownInView.left(0)).isEqualTo("no time left");
  }

  private void look() {
    new WatchAddresses(
            world.watches(),
            world.names,
            NotificationSamples.notify(world),
            world.leases(),
            world.transactions(),
            world.settings(),
            world.clock())
        .watch();
  }

  private AddressWatch watch() {
    return world.transactions().call(() -> world.watches().find().orElseThrow());
  }
}
