package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.ManualClock;

class SignInThrottleTest {
  private final ManualClock clock = new ManualClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void four_failures_are_free() {
    fail(4, "alice");
    assertThatCode(() -> throttle.check("alice")).doesNotThrowAnyException();
  }

  @Test
  void from_the_fifth_on_each_failure_doubles_the_wait() {
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
    assertThatCode(() -> throttle.check("alice")).doesNotThrowAnyException();
  }

  @Test
  void one_of_several_names_that_has_to_wait_is_enough() {
    fail(5, "192.0.2.1");
    assertThatThrownBy(() -> throttle.check("bob", "192.0.2.1")).isInstanceOf(Unavailable.class);
    assertThatCode(() -> throttle.check("bob", "192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void a_success_forgets_the_failures() {
    fail(5, "alice");
    throttle.succeeded("alice");
    fail(4, "alice");
    assertThatCode(() -> throttle.check("alice")).doesNotThrowAnyException();
  }

  @Test
  void a_quarter_of_an_hour_after_the_wait_the_failures_are_forgotten() {
    fail(5, "alice");
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    fail(1, "alice");
    assertWait("alice", Duration.ofSeconds(2));
    clock.advance(Duration.ofMinutes(15).plusSeconds(3));
    fail(4, "alice");
    assertThatCode(() -> throttle.check("alice")).doesNotThrowAnyException();
  }

  @Test
  void it_remembers_ten_thousand_names_the_latest_ones() {
    fail(5, "alice");
    for (int i = 0; i < 9_999; i++) {
      throttle.failed("name " + i);
    }
    assertThatThrownBy(() -> throttle.check("alice")).isInstanceOf(Unavailable.class);
    for (int i = 0; i < 10_000; i++) {
      throttle.failed("other " + i);
    }
    assertThatCode(() -> throttle.check("alice")).doesNotThrowAnyException();
  }

  private void fail(int times, String name) {
    for (int i = 0; i < times; i++) {
      throttle.failed(name);
    }
  }

  private void assertWait(String name, Duration wait) {
    assertThatThrownBy(() -> throttle.check(name))
        .isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.retryAfter()).isEqualTo(wait));
  }
}
