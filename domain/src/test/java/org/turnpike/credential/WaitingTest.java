package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;

class WaitingTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration NO_TIME = Duration.ZERO;

  private final CompletableFuture<String> one = new CompletableFuture<>();
  private final CompletableFuture<String> other = new CompletableFuture<>();
  private final CompletableFuture<String> either = Waiting.either(one, other);
  private final Unavailable away = new Unavailable("Away.", Duration.ofSeconds(1));
  private final Waiting caller = new Waiting();

  @Test
  void whichever_comes_first_is_taken() {
    other.complete("other");
    one.complete("one");
    assertThat(caller.until(LONG, either)).isEqualTo("other");
  }

  @Test
  void one_that_is_not_to_be_had_leaves_the_other() {
    one.completeExceptionally(away);
    assertThat(either).isNotDone();
    other.complete("other");
    assertThat(caller.until(LONG, either)).isEqualTo("other");
  }

  @Test
  void when_neither_is_to_be_had_that_is_told_at_once() {
    one.completeExceptionally(away);
    other.completeExceptionally(away);
    assertThatThrownBy(() -> caller.until(LONG, either)).isSameAs(away);
  }

  @Test
  void whom_one_refuses_does_not_wait_for_the_other() {
    Rejected refusal = Rejected.forbidden("No.");
    other.completeExceptionally(refusal);
    assertThatThrownBy(() -> caller.until(LONG, either)).isSameAs(refusal);
  }

  @Test
  void whoever_has_waited_long_enough_is_told_to_come_again() {
    assertThatThrownBy(() -> caller.until(NO_TIME, either)).isInstanceOf(Unavailable.class);
    assertThat(either).isNotDone();
  }

  @Test
  void what_is_there_is_had_without_any_patience() {
    one.complete("one");
    assertThat(caller.until(NO_TIME, either)).isEqualTo("one");
  }
}
