package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Slice;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class NotifyTest {
  private final World world = new World();
  private final Notify notify = NotificationSamples.notify(world);

  @Test
  void an_alert_goes_to_each_destination_once_and_to_no_removed_one() {
    Destination mail = NotificationSamples.mail(world);
    Destination webhook = NotificationSamples.webhook(world);
    Destination removed = NotificationSamples.webhook(world);
    NotificationSamples.manage(world).remove(Callers.operator(), removed.id());

    notify.tell(NotificationSamples.ALERT);

    assertThat(told())
        .extracting(Notification::destination)
        .containsExactlyInAnyOrder(mail.id(), webhook.id());
    assertThat(told())
        .allMatch(each -> each.alert().equals(NotificationSamples.ALERT))
        .allMatch(each -> each.state() == Notification.State.WAITING);
  }

  @Test
  void it_is_told_in_the_transaction_of_the_fact_and_not_when_that_fails() {
    NotificationSamples.mail(world);

    assertThatThrownBy(
            () ->
                world
                    .transactions()
                    .run(
                        () -> {
                          notify.tell(NotificationSamples.ALERT);
                          throw new IllegalStateException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(told()).isEmpty();
  }

  private List<Notification> told() {
    return world.transactions().call(() -> world.outbox().list(Slice.Request.first())).items();
  }
}
