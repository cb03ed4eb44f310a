package org.turnpike.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.network.WatchSamples.NEW_V4;
import static org.turnpike.network.WatchSamples.NEW_V6;
import static org.turnpike.network.WatchSamples.V4_ONE;
import static org.turnpike.network.WatchSamples.V4_TWO;
import static org.turnpike.network.WatchSamples.V6_ONE;
import static org.turnpike.network.WatchSamples.V6_TWO;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.notification.Alert;
import org.turnpike.notification.InMemoryOutbox;
import org.turnpike.notification.Notification;
import org.turnpike.notification.NotificationSamples;
import org.turnpike.notification.Notify;
import org.turnpike.shared.Slice;
import org.turnpike.world.Callers;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.World;

class WatchAddressesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final World world = new World();
  private final WatchAddresses watching = WatchSamples.watching(world);

  @BeforeEach
  void somebody_is_to_be_told() {
    NotificationSamples.mail(world);
  }

  @Test
  void the_published_addresses_are_opened_at_first_and_seeing_them_is_no_change() {
    look();

    assertThat(watch().opened().texts()).containsExactly(V4_ONE, V4_TWO, V6_ONE, V6_TWO);
    assertThat(watch().countdown()).isNull();
    assertThat(watch().lookedAt()).isEqualTo(world.clock().instant());
    assertThat(told()).isEmpty();
  }

  @Test
  void the_order_of_a_round_robin_and_which_name_has_which_do_not_matter() {
    world.names.nameSays("turn.cloudflare.com", V6_TWO, V4_TWO, V6_ONE);
    world.names.nameSays("stun.cloudflare.com", V4_ONE, V6_ONE, V4_TWO);

    look();

    assertThat(watch().countdown()).isNull();
  }

  @Test
  void an_address_that_is_not_opened_starts_one_countdown_of_14_days_told_once() {
    Instant begin = world.clock().instant().plus(HOUR);
    world.names.nameSays("turn.cloudflare.com", NEW_V4, V4_TWO, V6_ONE, V6_TWO);
    for (int i = 0; i < 5; i++) {
      look();
    }

    Countdown countdown = watch().countdown();
    assertThat(countdown.since()).isEqualTo(begin);
    assertThat(countdown.until()).isEqualTo(begin.plus(Duration.ofDays(14)));
    assertThat(countdown.addresses().texts()).containsExactly(NEW_V4);
    assertThat(told()).extracting(Alert::type).containsExactly("address-watch.begun");
    assertThat(told().get(0).subject())
        .isEqualTo("Cloudflare's relays have new addresses: 14 days left");
    assertThat(told().get(0).facts().values())
        .containsEntry("added", List.of(NEW_V4))
        .containsEntry("until", countdown.until().toString());
  }

  @Test
  void an_address_that_is_gone_breaks_nothing_and_is_shown() {
    world.names.says(V4_ONE, V6_ONE, V6_TWO);

    look();

    assertThat(watch().countdown()).isNull();
    assertThat(watch().removed().texts()).containsExactly(V4_TWO);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_look_up_that_fails_is_no_difference_and_since_when_is_known() {
    look();
    Instant answered = watch().lookedAt();
    for (Family family : Family.values()) {
      world.names.fail(family);
    }

    look();
    look();

    assertThat(watch().countdown()).isNull();
    assertThat(watch().removed().isEmpty()).isTrue();
    assertThat(watch().seen()).isEqualTo(AddressSet.PUBLISHED);
    assertThat(watch().sight(Family.IPV4).at()).isEqualTo(answered);
    assertThat(watch().sight(Family.IPV4).problem()).isEqualTo("The resolver does not answer.");
    assertThat(watch().lookedAt()).isAfter(answered);
    assertThat(told()).isEmpty();
  }

  @Test
  void a_failure_neither_ends_a_countdown_nor_starts_another() {
    world.names.says(NEW_V4, V4_ONE, V6_ONE);
    look();
    Countdown running = watch().countdown();
    world.names.fail(Family.IPV4);
    look();
    world.names.heal();
    look();

    assertThat(watch().countdown()).isEqualTo(running);
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_family_whose_questions_were_not_all_answered_stays_as_it_was() {
    look();
    world.names.nameSays("turn.cloudflare.com", V4_ONE, NEW_V6);
    world.names.failHalfway(Family.IPV4);

    look();

    assertThat(watch().sight(Family.IPV4).seen().texts()).containsExactly(V4_ONE, V4_TWO);
    assertThat(watch().removed().isEmpty()).isTrue();
    assertThat(watch().countdown().addresses().texts()).containsExactly(NEW_V6);
  }

  @Test
  void more_changes_join_the_countdown_are_told_and_move_no_deadline() {
    world.names.says(NEW_V4, V6_ONE);
    look();
    Countdown first = watch().countdown();
    world.clock().advance(Duration.ofDays(3));
    world.names.says("192.0.2.78", NEW_V6);
    look();
    look();

    Countdown extended = watch().countdown();
    assertThat(extended.since()).isEqualTo(first.since());
    assertThat(extended.until()).isEqualTo(first.until());
    assertThat(extended.addresses().texts()).containsExactly(NEW_V4, "192.0.2.78", NEW_V6);
    assertThat(told())
        .extracting(Alert::type)
        .containsExactly("address-watch.extended", "address-watch.begun");
  }

  @Test
  void it_ends_by_itself_and_that_is_told_when_the_record_returns() {
    world.names.says(NEW_V4, V4_ONE, V6_ONE);
    look();
    world.names.says(V4_TWO, V4_ONE, V6_ONE);
    look();
    look();

    assertThat(watch().countdown()).isNull();
    assertThat(told())
        .extracting(Alert::type)
        .containsExactly("address-watch.returned", "address-watch.begun");
  }

  @Test
  void once_acknowledged_the_same_addresses_start_no_other() {
    world.names.says(NEW_V4, V6_ONE);
    look();
    WatchSamples.acknowledging(world).acknowledge(Callers.operator(), watch().wanted());
    look();
    assertThat(watch().countdown()).isNull();

    world.names.says(V4_ONE, V6_ONE);
    look();
    assertThat(watch().countdown().addresses().texts()).containsExactly(V4_ONE);
    assertThat(told())
        .extracting(Alert::type)
        .containsExactly("address-watch.begun", "address-watch.begun");
  }

  @Test
  void a_week_and_a_day_before_the_end_destinations_are_reminded_once_each() {
    world.names.says(NEW_V4, V6_ONE);
    look();
    for (int hour = 0; hour < 15 * 24; hour++) {
      look();
    }

    assertThat(told())
        .extracting(Alert::type)
        .containsExactly("address-watch.reminded", "address-watch.reminded", "address-watch.begun");
    assertThat(told())
        .extracting(Alert::subject)
        .first()
        .isEqualTo("Open the firewall for Cloudflare's relays: 1 day left");
    assertThat(watch().countdown().isOver(world.clock().instant())).isTrue();
    assertThat(watch().countdown().daysLeft(world.clock().instant())).isZero();
  }

  @Test
  void what_is_noted_and_what_is_told_are_written_together_or_not_at_all() {
    look();
    world.names.says(NEW_V4, V6_ONE);
    world.clock().advance(HOUR);
    world.names.onAsked(
        () -> world.transactions().failNextCommit(new IllegalStateException("on purpose")));
    assertThatThrownBy(watching::watch).hasMessage("on purpose");
    assertThat(watch().countdown()).isNull();
    assertThat(told()).isEmpty();

    world.names.onAsked(() -> {});
    watching.watch();
    assertThat(watch().countdown()).isNotNull();
    assertThat(told()).hasSize(1);
  }

  @Test
  void no_countdown_runs_that_could_not_be_told() {
    InMemoryTransactions elsewhere = new InMemoryTransactions();
    Notify failing =
        new Notify(
            world.destinations(),
            new InMemoryOutbox(elsewhere), // without a transaction of its own it refuses
            world.transactions(),
            world.clock());
    world.names.says(NEW_V4, V6_ONE);

    assertThatThrownBy(() -> WatchSamples.watching(world, failing).watch())
        .hasMessage("No transaction is running");

    assertThat(world.transactions().call(() -> world.watches().find())).isEmpty();
    look();
    assertThat(told()).hasSize(1);
  }

  @Test
  void nobody_looks_while_another_node_does_or_has_just_done() {
    look();
    int asked = world.names.asked();
    watching.watch();
    assertThat(world.names.asked()).as("just done").isEqualTo(asked);

    world.clock().advance(HOUR);
    assertThat(world.leases().take("address-watch", HOUR)).isPresent();
    watching.watch();
    assertThat(world.names.asked()).as("being done").isEqualTo(asked);
  }

  private void look() {
    world.clock().advance(HOUR);
    watching.watch();
  }

  private AddressWatch watch() {
    return WatchSamples.watch(world);
  }

  /** Newest first. */
  private List<Alert> told() {
    return world
        .transactions()
        .call(() -> world.outbox().list(Slice.Request.first()))
        .items()
        .stream()
        .map(Notification::alert)
        .toList();
  }
}
