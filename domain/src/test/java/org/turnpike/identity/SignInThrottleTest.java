package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.ManualClock;

class SignInThrottleTest {
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "203.0.113.66";

  private final ManualClock clock = new ManualClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);
  private int guessed;

  @Test
  void four_failures_of_an_account_are_free() {
    fail(4, "alice");
    assertFree("alice", HERE);
  }

  @Test
  void from_the_fifth_on_each_doubles_the_wait() {
    fail(5, "alice");
    assertWait("alice", Duration.ofSeconds(1));
    fail(1, "alice");
    assertWait("alice", Duration.ofSeconds(2));
    fail(3, "alice");
    assertWait("alice", Duration.ofSeconds(16));
  }

  @Test
  void no_wait_is_longer_than_a_quarter_of_an_hour() {
    fail(1_000, "alice");
    assertWait("alice", Duration.ofMinutes(15));
  }

  @Test
  void the_wait_ends() {
    fail(5, "alice");
    clock.advance(Duration.ofSeconds(1));
    assertFree("alice", HERE);
  }

  @Test
  void a_success_forgets_the_failures_of_the_account() {
    fail(5, "alice");
    throttle.succeeded("alice", HERE);
    fail(4, "alice");
    assertFree("alice", HERE);
  }

  @Test
  void a_quarter_of_an_hour_after_the_wait_they_are_forgotten() {
    fail(5, "alice");
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    fail(1, "alice");
    assertWait("alice", Duration.ofSeconds(2));
    clock.advance(Duration.ofMinutes(15).plusSeconds(3));
    fail(4, "alice");
    assertFree("alice", HERE);
  }

  @Test
  void typos_of_many_at_one_address_lock_nobody_out() {
    for (int person = 0; person < 49; person++) {
      throttle.failed("person " + person, HERE);
    }
    assertFree("person 0", HERE);
    assertFree("alice", HERE);
  }

  @Test
  void fifty_failures_from_an_address_within_a_quarter_of_an_hour_close_it_for_the_rest_of_it() {
    guessFromHere(25);
    clock.advance(Duration.ofMinutes(10));
    guessFromHere(25);
    assertWait("alice", Duration.ofMinutes(5));
    assertFree("alice", ELSEWHERE);
    clock.advance(Duration.ofMinutes(5));
    assertFree("alice", HERE);
  }

  @Test
  void an_account_that_has_signed_in_from_there_is_not_kept_waiting_for_the_others() {
    throttle.succeeded("alice", HERE);
    guessFromHere(50);
    assertFree("alice", HERE);
    assertWait("bob", Duration.ofMinutes(15));
    fail(5, "alice");
    assertWait("alice", Duration.ofSeconds(1));
  }

  @Test
  void signing_in_in_between_does_not_buy_more_guesses_at_others() {
    guessFromHere(49);
    throttle.succeeded("mallory", HERE);
    guessFromHere(1);
    assertWait("alice", Duration.ofMinutes(15));
  }

  @Test
  void attempts_that_name_no_account_go_by_their_address() {
    for (int i = 0; i < 50; i++) {
      throttle.failed(HERE);
    }
    assertThatThrownBy(() -> throttle.check(HERE)).isInstanceOf(Unavailable.class);
    assertThatCode(() -> throttle.check(ELSEWHERE)).doesNotThrowAnyException();
  }

  @Test
  void an_address_given_as_a_name_does_not_close_that_address() {
    for (int i = 0; i < 60; i++) {
      throttle.failed(HERE, ELSEWHERE);
    }
    assertFree("alice", HERE);
  }

  @Test
  void it_remembers_ten_thousand_accounts_the_latest_ones() {
    fail(5, "alice");
    for (int i = 0; i < 9_999; i++) {
      throttle.failed("name " + i, "address " + i);
    }
    assertWait("alice", Duration.ofSeconds(1));
    for (int i = 0; i < 10_000; i++) {
      throttle.failed("other " + i, "address " + i);
    }
    assertFree("alice", HERE);
  }

  private void guessFromHere(int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("guessed " + guessed++, HERE);
    }
  }

  private void fail(int times, String account) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, "address " + i);
    }
  }

  private void assertFree(String account, String address) {
    assertThatCode(() -> throttle.check(account, address)).doesNotThrowAnyException();
  }

  /** Of the account, from here. */
  private void assertWait(String account, Duration wait) {
    assertThatThrownBy(() -> throttle.check(account, HERE))
        .asInstanceOf(type(Unavailable.class))
        .returns(wait, Unavailable::retryAfter);
  }
}
