package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Slice;
import org.turnpike.world.PortContract;

public abstract class OutboxContract extends PortContract {
  private final Destination chat = destination("Chat");

  @Test
  void a_notification_is_kept_with_all_that_is_told() {
    Facts facts = new Facts(Map.of("until", "2026-12-06", "added", List.of("192.0.2.1", "::1")));
    Notification told = append(new Alert("thing.changed", "It changed", "Two\n\"lines\"", facts));

    assertThat(call(() -> ports.outbox().find(told.id())))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(told);
    assertThat(call(() -> ports.outbox().find(new NotificationId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void nothing_is_appended_when_the_transaction_of_the_fact_fails() {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      ports.outbox().append(notification(chat, NotificationSamples.ALERT));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(all()).isEmpty();
  }

  @Test
  void what_waits_is_due_from_its_next_try_on_the_longest_waiting_first() {
    Notification later = append(NotificationSamples.ALERT);
    Notification first = append(NotificationSamples.ALERT);
    Notification done = append(NotificationSamples.ALERT);
    run(() -> find(later).failed("Nobody answers.", null, now()));
    run(() -> find(done).delivered(now()));

    assertThat(due()).containsExactly(first.id());
    ports.clock().advance(Duration.ofMinutes(2));
    assertThat(due()).containsExactly(first.id(), later.id());
    assertThat(call(() -> ports.outbox().due(now(), 1))).hasSize(1);
    assertThat(call(() -> find(later)).problem()).isEqualTo("Nobody answers.");
  }

  @Test
  void what_waits_for_a_destination_is_found_due_or_not() {
    Destination other = destination("Other");
    Notification told = append(NotificationSamples.ALERT);
    run(() -> ports.outbox().append(notification(other, NotificationSamples.ALERT)));
    Notification done = append(NotificationSamples.ALERT);
    run(() -> find(done).delivered(now()));
    run(() -> find(told).failed("Nobody answers.", null, now()));

    assertThat(call(() -> ports.outbox().waiting(chat.id())))
        .extracting(Notification::id)
        .containsExactly(told.id());
  }

  @Test
  void the_list_goes_from_new_to_old_page_by_page_and_forgets_what_is_old() {
    Notification old = append(NotificationSamples.ALERT);
    ports.clock().advance(Duration.ofDays(2));
    Notification young = append(NotificationSamples.ALERT);

    Slice<Notification> first = call(() -> ports.outbox().list(new Slice.Request(1, null)));
    assertThat(first.items()).extracting(Notification::id).containsExactly(young.id());
    assertThat(call(() -> ports.outbox().list(new Slice.Request(1, first.next()))).items())
        .extracting(Notification::id)
        .containsExactly(old.id());

    assertThat(call(() -> ports.outbox().forgetBefore(now().minus(Duration.ofDays(1))))).isOne();
    assertThat(all()).extracting(Notification::id).containsExactly(young.id());
  }

  private Destination destination(String name) {
    Destination added = Destination.webhook(name, "https://chat.example.com/hook", now());
    run(() -> ports.destinations().add(added));
    return added;
  }

  private Notification append(Alert alert) {
    Notification told = notification(chat, alert);
    run(() -> ports.outbox().append(told));
    return told;
  }

  private Notification notification(Destination to, Alert alert) {
    return new Notification(to, alert, now());
  }

  private Notification find(Notification told) {
    return ports.outbox().find(told.id()).orElseThrow();
  }

  private List<NotificationId> due() {
    return call(() -> ports.outbox().due(now(), 10)).stream().map(Notification::id).toList();
  }

  private List<Notification> all() {
    return call(() -> ports.outbox().list(Slice.Request.first())).items();
  }

  private Instant now() {
    return ports.clock().instant();
  }
}
