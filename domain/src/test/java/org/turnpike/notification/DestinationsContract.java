package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.world.PortContract;

public abstract class DestinationsContract extends PortContract {
  @Test
  void destinations_are_kept_with_all_they_are_and_listed_oldest_first() {
    Destination mail =
        Destination.mail("Operations", List.of("a@example.com", "b@example.com"), now());
    Destination webhook = Destination.webhook("Chat", "https://chat.example.com/hook", now());
    run(() -> ports.destinations().add(mail));
    run(() -> ports.destinations().add(webhook));

    assertThat(call(() -> ports.destinations().active()))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(mail, webhook);
    assertThat(find(webhook).secret()).isEqualTo(webhook.secret());
    assertThat(find(mail).addresses()).containsExactly("a@example.com", "b@example.com");
    assertThat(call(() -> ports.destinations().find(new DestinationId(UUID.randomUUID()))))
        .isEmpty();
  }

  @Test
  void a_removed_one_is_found_but_listed_no_more_and_has_no_secret() {
    Destination webhook = Destination.webhook("Chat", "https://chat.example.com/hook", now());
    run(() -> ports.destinations().add(webhook));
    run(() -> ports.destinations().find(webhook.id()).orElseThrow().remove(now()));

    assertThat(call(() -> ports.destinations().active())).isEmpty();
    assertThat(find(webhook).removedAt()).isEqualTo(now());
    assertThat(find(webhook).secret()).isNull();
  }

  private Destination find(Destination destination) {
    return call(() -> ports.destinations().find(destination.id()).orElseThrow());
  }

  private java.time.Instant now() {
    return ports.clock().instant();
  }
}
