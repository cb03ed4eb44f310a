package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.IdempotentReplies.Call;
import org.turnpike.shared.IdempotentReplies.Earlier;
import org.turnpike.shared.IdempotentReplies.Reply;
import org.turnpike.world.PortContract;

public abstract class IdempotentRepliesContract extends PortContract {
  private static final String ASKED = "a".repeat(64);

  private final Call call = new Call(UUID.randomUUID(), "key 1", ASKED);
  private final Instant now = ports.clock().instant();

  @Test
  void a_key_is_taken_once_and_is_unanswered_at_first() {
    assertThat(take(call, now)).isEmpty();
    assertThat(take(call, now)).contains(new Earlier(ASKED, null));
  }

  @Test
  void a_repeated_call_gets_the_answer_that_was_kept() {
    Reply reply = new Reply(201, "id", "/api/v1/tenants/id", "{\"id\":\"id\"}");
    take(call, now);
    run(() -> ports.replies().keep(call, reply));
    assertThat(take(call, now)).contains(new Earlier(ASKED, reply));
  }

  @Test
  void an_answer_may_have_neither_address_nor_body() {
    Reply reply = new Reply(201, "id", null, null);
    take(call, now);
    run(() -> ports.replies().keep(call, reply));
    assertThat(take(call, now)).contains(new Earlier(ASKED, reply));
  }

  @Test
  void another_call_under_the_same_key_sees_what_was_asked_first() {
    take(call, now);
    assertThat(take(new Call(call.caller(), call.key(), "b".repeat(64)), now))
        .map(Earlier::fingerprint)
        .contains(ASKED);
  }

  @Test
  void keys_of_different_callers_are_different_keys() {
    take(call, now);
    assertThat(take(new Call(UUID.randomUUID(), call.key(), ASKED), now)).isEmpty();
  }

  @Test
  void a_key_given_back_can_be_taken_again() {
    take(call, now);
    run(() -> ports.replies().giveBack(call));
    assertThat(take(call, now)).isEmpty();
  }

  @Test
  void calls_are_forgotten_by_the_time_they_took_their_key() {
    Call later = new Call(call.caller(), "key 2", ASKED);
    take(call, now);
    take(later, now.plusSeconds(1));
    run(() -> ports.replies().forgetBefore(now.plusSeconds(1)));
    assertThat(take(later, now)).isPresent();
    assertThat(take(call, now)).isEmpty();
  }

  private Optional<Earlier> take(Call of, Instant at) {
    return call(() -> ports.replies().take(of, at));
  }
}
