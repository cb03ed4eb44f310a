package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.PortContract;

public abstract class AddressWatchesContract extends PortContract {
  private final FakeRelayAddresses names = new FakeRelayAddresses(new InMemoryTransactions());

  @Test
  void there_is_none_before_it_is_added_and_a_new_one_never_looked() {
    assertThat(call(() -> ports.watches().find())).isEmpty();

    run(() -> ports.watches().add(new AddressWatch()));

    AddressWatch kept = find();
    assertThat(kept.opened()).isEqualTo(AddressSet.PUBLISHED);
    assertThat(kept.countdown()).isNull();
    assertThat(kept.lookedAt()).isNull();
    assertThat(kept.sight(Family.IPV4)).isEqualTo(Sight.NONE);
  }

  @Test
  void sights_countdown_and_acknowledgement_are_kept_and_may_go_again() {
    AddressWatch watch = new AddressWatch();
    names.says(WatchSamples.V4_ONE, WatchSamples.NEW_V4, WatchSamples.V6_ONE);
    watch.saw(Look.at(names, ports.clock().instant()));
    run(() -> ports.watches().add(watch));
    assertThat(find()).usingRecursiveComparison().ignoringFields("version").isEqualTo(watch);
    assertThat(find().countdown()).isNotNull();

    ports.clock().advance(Duration.ofHours(1));
    names.fail(Family.IPV6);
    run(() -> change().saw(Look.at(names, ports.clock().instant())));
    assertThat(find().sight(Family.IPV6).problem()).isEqualTo("The resolver does not answer.");
    assertThat(find().sight(Family.IPV6).seen()).isEqualTo(watch.sight(Family.IPV6).seen());

    run(() -> change().acknowledge(watch.wanted(), "ops@example.com", ports.clock().instant()));
    assertThat(find().countdown()).isNull();
    assertThat(find().opened()).isEqualTo(watch.wanted());
    assertThat(find().acknowledgedBy()).isEqualTo("ops@example.com");
  }

  private AddressWatch change() {
    return ports.watches().find().orElseThrow();
  }

  private AddressWatch find() {
    return call(this::change);
  }
}
