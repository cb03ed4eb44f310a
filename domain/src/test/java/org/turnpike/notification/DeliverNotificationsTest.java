package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Slice;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class DeliverNotificationsTest {
  private final Unavailable away = new Unavailable("Nobody answers.", null);

  private final World world = new World();
  private final DeliverNotifications delivery = NotificationSamples.delivery(world);

  @Test
  void what_is_due_is_sent_once() {
    Destination mail = NotificationSamples.mail(world);
    Destination webhook = NotificationSamples.webhook(world);
    NotificationSamples.notify(world).tell(NotificationSamples.ALERT);

    delivery.deliver();
    delivery.deliver();

    assertThat(world.senders.sent())
        .extracting(sent -> sent.to().id())
        .containsExactlyInAnyOrder(mail.id(), webhook.id());
    assertThat(told())
        .allMatch(each -> each.state() == Notification.State.DELIVERED)
        .allMatch(each -> each.deliveredAt().equals(world.clock().instant()))
        .allMatch(each -> each.attempts() == 1);
  }

  @Test
  void what_fails_is_tried_again_after_ever_longer_pauses_until_a_day_is_over() {
    tell();
    world.senders.failWith(away);
    Instant begin = world.clock().instant();
    List<Duration> pauses = new ArrayList<>();

    while (told().get(0).state() == Notification.State.WAITING) {
      delivery.deliver();
      Instant next = told().get(0).nextTryAt();
      if (next != null) {
        pauses.add(Duration.between(world.clock().instant(), next));
        world.clock().advance(pauses.get(pauses.size() - 1));
      }
      assertThat(pauses).as("pauses").hasSizeLessThan(100);
    }

    Notification given = told().get(0);
    assertThat(given.state()).isEqualTo(Notification.State.GIVEN_UP);
    assertThat(given.problem()).isEqualTo("Nobody answers.");
    assertThat(given.attempts()).isEqualTo(pauses.size() + 1);
    assertThat(Duration.between(begin, world.clock().instant()))
        .isBetween(Duration.ofHours(20), Duration.ofDays(1));
    assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
    assertThat(pauses.get(3)).isBetween(Duration.ofSeconds(384), Duration.ofSeconds(576));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMinutes(144)) <= 0);

    world.senders.failWith(null);
    world.clock().advance(Duration.ofDays(2));
    delivery.deliver();
    assertThat(world.senders.sent()).as("given up").isEmpty();
  }

  @Test
  void pauses_are_not_all_alike() {
    for (int i = 0; i < 20; i++) {
      tell();
    }
    world.senders.failWith(away);
    delivery.deliver();

    assertThat(told()).extracting(Notification::nextTryAt).doesNotContainNull();
    assertThat(told().stream().map(Notification::nextTryAt).distinct().count()).isGreaterThan(5);
  }

  @Test
  void a_receiver_is_left_alone_for_as_long_as_it_asks() {
    tell();
    world.senders.failWith(new Unavailable("It is busy.", Duration.ofHours(1)));

    delivery.deliver();

    assertThat(told().get(0).nextTryAt())
        .isEqualTo(world.clock().instant().plus(Duration.ofHours(1)));
  }

  @Test
  void it_arrives_once_the_receiver_is_back_under_the_same_id() {
    tell();
    world.senders.failWith(away);
    delivery.deliver();
    NotificationId id = told().get(0).id();
    world.senders.failWith(null);

    delivery.deliver();
    assertThat(world.senders.sent()).as("before its time").isEmpty();
    world.clock().advance(Duration.ofMinutes(2));
    delivery.deliver();

    assertThat(world.senders.sent()).extracting(FakeSenders.Sent::id).containsExactly(id);
    assertThat(told().get(0).problem()).isNull();
  }

  @Test
  void one_that_breaks_off_keeps_no_other_from_being_sent() {
    tell();
    world.senders.failWith(new IllegalArgumentException("a bug"));
    delivery.deliver();
    assertThat(told().get(0).problem()).isEqualTo("broke off; the log says why");

    world.senders.failWith(null);
    NotificationSamples.notify(world).tell(NotificationSamples.ALERT);
    delivery.deliver();
    assertThat(world.senders.sent()).hasSize(1);
  }

  @Test
  void a_node_that_was_overtaken_while_sending_records_nothing_and_it_is_sent_again() {
    tell();
    world.senders.meanwhile(
        () -> {
          world.clock().advance(Duration.ofMinutes(9));
          world.senders.meanwhile(() -> {});
          assertThat(world.leases().take("notifications", Duration.ofMinutes(2))).isPresent();
        });

    assertThatThrownBy(delivery::deliver).isInstanceOf(Leases.Lost.class);
    assertThat(told().get(0).state()).isEqualTo(Notification.State.WAITING);

    world.clock().advance(Duration.ofMinutes(3));
    delivery.deliver();
    assertThat(world.senders.sent()).hasSize(2);
    assertThat(world.senders.sent())
        .extracting(FakeSenders.Sent::id)
        .containsOnly(told().get(0).id());
  }

  @Test
  void nothing_is_sent_while_another_node_does() {
    tell();
    assertThat(world.leases().take("notifications", Duration.ofMinutes(2))).isPresent();

    delivery.deliver();

    assertThat(world.senders.sent()).isEmpty();
  }

  @Test
  void what_waits_for_a_removed_destination_is_given_up() {
    Destination webhook = NotificationSamples.webhook(world);
    NotificationSamples.notify(world).tell(NotificationSamples.ALERT);
    NotificationSamples.manage(world).remove(Callers.operator(), webhook.id());

    delivery.deliver();

    assertThat(world.senders.sent()).isEmpty();
    assertThat(told().get(0).state()).isEqualTo(Notification.State.GIVEN_UP);
  }

  @Test
  void what_was_told_long_ago_is_forgotten() {
    tell();
    world.clock().advance(DeliverNotifications.KEPT);
    assertThat(delivery.forget()).isZero();
    world.clock().advance(Duration.ofSeconds(1));
    assertThat(delivery.forget()).isOne();
  }

  private void tell() {
    if (world.transactions().call(() -> world.destinations().active()).isEmpty()) {
      NotificationSamples.webhook(world);
    }
    NotificationSamples.notify(world).tell(NotificationSamples.ALERT);
  }

  private List<Notification> told() {
    return world
        .transactions()
        .call(() -> world.outbox().list(new Slice.Request(Slice.MOST, null)))
        .items();
  }
}
