package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.network.WatchSamples.NEW_V4;
import static org.turnpike.network.WatchSamples.V4_ONE;
import static org.turnpike.network.WatchSamples.V6_ONE;
import static org.turnpike.network.WatchSamples.V6_TWO;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected.Reason;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class AcknowledgeAddressesTest {
  private static final Caller OPERATOR = Callers.operator();

  private final World world = new World();
  private final AcknowledgeAddresses acknowledging = WatchSamples.acknowledging(world);

  @Test
  void what_the_firewall_is_open_for_is_opened_from_now_on_and_the_countdown_over() {
    change();
    AddressSet open = watch().wanted();

    AddressWatch after = acknowledging.acknowledge(OPERATOR, open);

    assertThat(after.opened().texts()).containsExactly(V4_ONE, NEW_V4, V6_ONE);
    assertThat(watch().countdown()).isNull();
    assertThat(watch().acknowledgedBy()).isEqualTo(OPERATOR.actor().name());
    assertThat(watch().acknowledgedAt()).isEqualTo(world.clock().instant());
    assertThat(world.entries().get(0).action()).isEqualTo("relay-addresses.acknowledged");
    assertThat(world.entries().get(0).detail()).isEqualTo(AddressSet.PUBLISHED + " -> " + open);
  }

  @Test
  void of_a_family_that_was_never_answered_what_was_open_stays_open() {
    world.names.fail(RelayAddress.Family.IPV6);
    change();

    acknowledging.acknowledge(OPERATOR, watch().inUse());

    assertThat(watch().opened().texts()).containsExactly(V4_ONE, NEW_V4, V6_ONE, V6_TWO);
    change();
    assertThat(acknowledging.acknowledge(OPERATOR, watch().wanted()).opened().texts())
        .containsExactly(V4_ONE, NEW_V4, V6_ONE, V6_TWO);
  }

  @Test
  void more_than_is_seen_may_be_open_and_less_may_not() {
    change();
    assertRefused(
        Reason.CONFLICT,
        () -> acknowledging.acknowledge(OPERATOR, AddressSet.of(List.of(V4_ONE, V6_ONE))));
    assertThat(watch().countdown()).isNotNull();

    acknowledging.acknowledge(OPERATOR, watch().wanted().plus(AddressSet.PUBLISHED));
    assertThat(watch().opened().texts()).hasSize(5);
  }

  @Test
  void what_was_seen_during_the_countdown_and_is_gone_is_to_be_open_too() {
    change();
    world.names.says("192.0.2.78", V6_ONE);
    world.clock().advance(java.time.Duration.ofHours(1));
    WatchSamples.watching(world).watch();
    assertRefused(
        Reason.CONFLICT,
        () -> acknowledging.acknowledge(OPERATOR, AddressSet.of(List.of("192.0.2.78", V6_ONE))));
  }

  @Test
  void nothing_and_a_crowd_are_refused_and_so_is_one_before_the_first_look() {
    assertInvalid("addresses", () -> acknowledging.acknowledge(OPERATOR, AddressSet.NONE));
    assertRefused(Reason.CONFLICT, () -> acknowledging.acknowledge(OPERATOR, AddressSet.PUBLISHED));
  }

  @Test
  void nobody_but_operators_acknowledges_and_who_manages_keys_sees() {
    change();
    Caller admin = Callers.adminOf(world.samples.tenant("acme"));
    Caller viewer = Callers.viewerOf(world.samples.tenant("other"));
    SeeAddressWatch seeing =
        new SeeAddressWatch(world.watches(), world.names, world.transactions());
    assertRefused(Reason.FORBIDDEN, () -> acknowledging.acknowledge(admin, watch().wanted()));
    assertRefused(
        Reason.FORBIDDEN, () -> acknowledging.acknowledge(Callers.finance(), watch().wanted()));
    assertThat(seeing.see(OPERATOR).countdown()).isNotNull();
    assertThat(seeing.see(admin).countdown()).isNotNull();
    assertThat(SeeAddressWatch.mayAcknowledge(OPERATOR)).isTrue();
    assertThat(SeeAddressWatch.mayAcknowledge(admin)).isFalse();
    assertRefused(Reason.FORBIDDEN, () -> seeing.see(viewer));
    assertRefused(Reason.FORBIDDEN, () -> seeing.see(Callers.finance()));
  }

  @Test
  void before_the_first_look_one_sees_what_is_opened() {
    SeeAddressWatch seeing =
        new SeeAddressWatch(world.watches(), world.names, world.transactions());
    assertThat(seeing.see(OPERATOR).opened()).isEqualTo(AddressSet.PUBLISHED);
    assertThat(seeing.see(OPERATOR).lookedAt()).isNull();
    assertThat(seeing.resolver()).isEqualTo("a fake");
  }

  private void change() {
    world.names.says(NEW_V4, V4_ONE, V6_ONE);
    WatchSamples.watching(world).watch();
  }

  private AddressWatch watch() {
    return WatchSamples.watch(world);
  }
}
