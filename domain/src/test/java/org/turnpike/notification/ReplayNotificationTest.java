package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected.Reason;
import org.turnpike.shared.Slice;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ReplayNotificationTest {
  private static final Caller OPERATOR = Callers.operator();

  private final World world = new World();
  private final DeliverNotifications delivery = NotificationSamples.delivery(world);
  private final ReplayNotification replay =
      new ReplayNotification(
          world.outbox(), world.destinations(), world.audit(), world.transactions(), world.clock());
  private final Destination webhook = NotificationSamples.webhook(world);

  @Test
  void one_that_was_given_up_is_tried_for_another_day() {
    Notification told = tell();
    world.senders.failWith(new Unavailable("Nobody answers.", Duration.ofHours(23)));
    delivery.deliver();
    world.clock().advance(Duration.ofHours(23));
    delivery.deliver();
    assertThat(find(told).state()).isEqualTo(Notification.State.GIVEN_UP);

    replay.replay(OPERATOR, told.id());
    delivery.deliver();
    assertThat(find(told).state()).isEqualTo(Notification.State.WAITING);
    world.senders.failWith(null);
    world.clock().advance(Duration.ofHours(23));
    delivery.deliver();

    assertThat(find(told).state()).isEqualTo(Notification.State.DELIVERED);
    assertThat(world.senders.sent()).extracting(FakeSenders.Sent::id).containsExactly(told.id());
    assertThat(world.entries().get(0).action()).isEqualTo("notification.replayed");
    assertThat(world.entries().get(0).detail()).isEqualTo(told.id().toString());
  }

  @Test
  void one_that_was_delivered_is_sent_once_more_under_the_same_id() {
    Notification told = tell();
    delivery.deliver();

    replay.replay(OPERATOR, told.id());
    delivery.deliver();

    assertThat(world.senders.sent())
        .extracting(FakeSenders.Sent::id)
        .containsExactly(told.id(), told.id());
  }

  @Test
  void one_that_waits_or_has_nowhere_to_go_is_not_replayed() {
    Notification told = tell();
    assertRefused(Reason.CONFLICT, () -> replay.replay(OPERATOR, told.id()));

    NotificationSamples.manage(world).remove(OPERATOR, webhook.id());
    assertRefused(Reason.CONFLICT, () -> replay.replay(OPERATOR, told.id()));
    assertRefused(
        Reason.NOT_FOUND, () -> replay.replay(OPERATOR, new NotificationId(UUID.randomUUID())));
  }

  @Test
  void the_list_says_where_each_went_newest_first() {
    Notification first = tell();
    Notification second = tell();
    NotificationSamples.manage(world).remove(OPERATOR, webhook.id());

    assertThat(replay.list(OPERATOR, Slice.Request.first()).items())
        .extracting(told -> told.notification().id(), told -> told.to().name())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(second.id(), "Chat"),
            org.assertj.core.groups.Tuple.tuple(first.id(), "Chat"));
  }

  @Test
  void nobody_but_operators_sees_or_replays() {
    Notification told = tell();
    Caller admin = Callers.adminOf(world.samples.tenant("acme"));
    assertRefused(Reason.FORBIDDEN, () -> replay.list(admin, Slice.Request.first()));
    assertRefused(Reason.FORBIDDEN, () -> replay.replay(admin, told.id()));
    assertRefused(Reason.FORBIDDEN, () -> replay.replay(Callers.finance(), told.id()));
  }

  private Notification tell() {
    NotificationSamples.notify(world).tell(NotificationSamples.ALERT);
    return world
        .transactions()
        .call(() -> world.outbox().list(Slice.Request.first()))
        .items()
        .get(0);
  }

  private Notification find(Notification told) {
    return NotificationSamples.find(world, told);
  }
}
