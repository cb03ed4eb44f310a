package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.OfTurnKey;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;

class BreakersTest {
  private final Unavailable away = new Unavailable("Away.", Duration.ofSeconds(2));

  private final TestClock clock = new TestClock();
  private final Breakers breakers = new Breakers(clock);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void after_five_failures_nobody_asks_for_that_key_and_others_do() {
    fail(5);
    assertThatThrownBy(() -> breakers.call("key", this::answer))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("Cloudflare is not asked for this TURN key");
    assertThat(asked).hasValue(5);
    assertThat(breakers.call("another", this::answer)).isEqualTo("credential");
  }

  @Test
  void a_while_later_one_call_probes_and_its_failure_keeps_it_open() {
    fail(5);
    clock.pass(Duration.ofSeconds(11));
    Supplier<String> probe =
        () -> {
          assertThatThrownBy(() -> breakers.call("key", this::answer))
              .as("while one probes, nobody else asks")
              .isInstanceOf(Unavailable.class);
          return fail();
        };
    assertThatThrownBy(() -> breakers.call("key", probe)).isSameAs(away);
    assertThatThrownBy(() -> breakers.call("key", this::answer)).isNotSameAs(away);
    assertThat(asked).hasValue(6);
  }

  @Test
  void a_probe_that_is_answered_closes_it() {
    fail(5);
    clock.pass(Duration.ofSeconds(11));
    assertThat(breakers.call("key", this::answer)).isEqualTo("credential");
    assertThat(breakers.call("key", this::answer)).isEqualTo("credential");
  }

  @Test
  void told_to_wait_it_waits_as_long_as_it_was_told() {
    ToldToWait limited = new ToldToWait("Limited.", Duration.ofMinutes(2));
    assertThatThrownBy(
            () ->
                breakers.call(
                    "key",
                    () -> {
                      throw limited;
                    }))
        .isSameAs(limited);
    clock.pass(Duration.ofSeconds(119));
    assertThatThrownBy(() -> breakers.call("key", this::answer)).isInstanceOf(Unavailable.class);
    assertThat(asked).hasValue(0);
    clock.pass(Duration.ofSeconds(2));
    assertThat(breakers.call("key", this::answer)).isEqualTo("credential");
  }

  @Test
  void of_two_who_are_told_to_wait_the_longer_wait_counts() {
    ToldToWait brief = new ToldToWait("Limited.", Duration.ofSeconds(5));
    ToldToWait lengthy = new ToldToWait("Limited.", Duration.ofMinutes(2));
    Supplier<String> first =
        () -> {
          assertThatThrownBy(() -> breakers.call("key", refusedBy(lengthy))).isSameAs(lengthy);
          throw brief;
        };
    assertThatThrownBy(() -> breakers.call("key", first)).isSameAs(brief);
    clock.pass(Duration.ofSeconds(119));
    assertThatThrownBy(() -> breakers.call("key", this::answer)).isInstanceOf(Unavailable.class);
    clock.pass(Duration.ofSeconds(2));
    assertThatThrownBy(() -> breakers.call("key", refusedBy(brief)))
        .as("the probe is told a shorter wait, which begins now")
        .isSameAs(brief);
    clock.pass(Duration.ofSeconds(6));
    assertThat(breakers.call("key", this::answer)).isEqualTo("credential");
  }

  @Test
  void a_refusal_of_what_was_asked_is_no_failure() {
    Rejected refused = Rejected.invalid("ttl", "Too long.");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  breakers.call(
                      "key",
                      () -> {
                        throw refused;
                      }))
          .isSameAs(refused);
    }
    assertThat(breakers.call("key", this::answer)).isEqualTo("credential");
  }

  @Test
  void what_became_of_mintings_is_counted_by_key() {
    breakers.call("another", this::answer);
    fail(5);
    assertThatThrownBy(() -> breakers.call("key", this::answer)).isInstanceOf(Unavailable.class);
    assertThat(breakers.byTurnKey())
        .containsOnly(
            entry("key", new OfTurnKey(state("key"), 0, 5, 1)),
            entry("another", new OfTurnKey(State.CLOSED, 1, 0, 0)));
  }

  @Test
  void a_refusal_is_no_minting() {
    assertThatThrownBy(
            () ->
                breakers.call(
                    "key",
                    () -> {
                      throw Rejected.invalid("ttl", "Too long.");
                    }))
        .isInstanceOf(Rejected.class);
    assertThat(breakers.byTurnKey().get("key")).isEqualTo(new OfTurnKey(State.CLOSED, 0, 1, 0));
  }

  @Test
  void an_open_breaker_says_why_since_when_and_until_when() {
    fail(1);
    assertThat(state("key"))
        .as("one failure opens none, and is told")
        .isEqualTo(new State(Breaker.CLOSED, null, null, "Away."));
    fail(4);
    Instant opened = clock.instant();
    assertThat(state("key"))
        .isEqualTo(new State(Breaker.OPEN, opened, opened.plusSeconds(10), "Away."));
    clock.pass(Duration.ofSeconds(11));
    fail(1);
    assertThat(state("key"))
        .as("a probe that failed is not the beginning")
        .isEqualTo(new State(Breaker.OPEN, opened, clock.instant().plusSeconds(10), "Away."));
    clock.pass(Duration.ofSeconds(11));
    breakers.call(
        "key",
        () -> {
          assertThat(state("key").breaker()).isEqualTo(Breaker.PROBING);
          assertThat(state("key").since()).isEqualTo(opened);
          return answer();
        });
    assertThat(state("key")).isEqualTo(new State(Breaker.CLOSED, clock.instant(), null, null));
  }

  @Test
  void told_to_wait_it_says_for_how_long() {
    Instant told = clock.instant();
    assertThatThrownBy(
            () ->
                breakers.call(
                    "key",
                    () -> {
                      throw new ToldToWait("Limited.", Duration.ofMinutes(2));
                    }))
        .isInstanceOf(ToldToWait.class);
    assertThat(state("key"))
        .isEqualTo(new State(Breaker.OPEN, told, told.plusSeconds(120), "Limited."));
  }

  private State state(String key) {
    return breakers.byTurnKey().get(key).state();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> breakers.call("key", this::fail)).isSameAs(away);
    }
  }

  private static Supplier<String> refusedBy(RuntimeException refusal) {
    return () -> {
      throw refusal;
    };
  }

  private String fail() {
    asked.incrementAndGet();
    throw away;
  }

  private String answer() {
    asked.incrementAndGet();
    return "credential";
  }
}
