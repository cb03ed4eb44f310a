package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.turnpike.world.Refusals.assertInvalid;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.world.World;

class CallLimitsTest {
  private static final int CALLERS = 64;
  private static final int CALLS_OF_EACH = 2_000;

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");

  /** Between what a call reads and what it writes lies a look at the clock: there others call. */
  private final CallLimits limits =
      new CallLimits(new InterruptedClock(world.clock(), Thread::yield));

  @Test
  void a_key_without_a_limit_calls_as_often_as_it_likes() {
    ApiKey free = key(null, null);
    for (int call = 0; call < 10_000; call++) {
      limits.count(free);
    }
    assertThat(limits.remembered()).isZero();
  }

  @Test
  void the_refusal_tells_the_limit_and_when_to_come_again() {
    ApiKey key = key(40, 2);
    limits.count(key);
    limits.count(key);
    TooManyRequests refusal = refusal(key);
    assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(refusal).hasMessage("The limit of this API key is 40 calls a minute, 2 at once.");
    world.clock().advance(refusal.retryAfter());
    limits.count(key);
  }

  @Test
  void a_key_pays_for_its_own_calls_alone() {
    ApiKey noisy = key(1, 1);
    ApiKey quiet = key(1, 1);
    limits.count(noisy);
    assertThat(refusal(noisy)).isNotNull();
    limits.count(quiet);
  }

  @Test
  void a_burst_nobody_named_is_what_comes_in_ten_seconds_and_one_at_the_least() {
    assertThat(new CallLimit(600, null).atOnce()).isEqualTo(100);
    assertThat(new CallLimit(1, null).atOnce()).isEqualTo(1);
    assertThat(new CallLimit(600, 7).atOnce()).isEqualTo(7);
  }

  @Test
  void a_limit_is_between_one_and_a_million() {
    for (int value : new int[] {0, -1, CallLimit.MOST + 1}) {
      assertInvalid("callsPerMinute", () -> new CallLimit(value, null));
      assertInvalid("burst", () -> new CallLimit(60, value));
    }
  }

  @Test
  void what_has_rested_is_forgotten_and_what_has_not_is_not() {
    ApiKey key = key(60, 10);
    limits.count(key);
    limits.forgetRested();
    assertThat(limits.remembered()).isEqualTo(1);
    world.clock().advance(Duration.ofSeconds(1));
    limits.forgetRested();
    assertThat(limits.remembered()).isZero();
  }

  @Test
  void for_64_callers_at_once_it_is_exact_to_the_call() throws InterruptedException {
    ApiKey key = key(60_000, 500);
    int atOnce = answersUntilRefused(key);
    Load load = load(key);
    assertThat(atOnce).isEqualTo(500);
    assertThat(load.answered() + answersUntilRefused(key)).isEqualTo(load.milliseconds());
  }

  @Test
  void no_call_is_gained_by_being_forgotten_between_two_of_them() throws InterruptedException {
    ApiKey key = key(60_000, 1);
    Load load = load(key);
    assertThat(load.answered()).isBetween(1, 1 + load.milliseconds());
  }

  /** What a key was answered while so much time passed. */
  private record Load(int answered, int milliseconds) {}

  /**
   * All call while the clock moves on, by no more than 400 ms, and what has rested is forgotten.
   */
  private Load load(ApiKey key) throws InterruptedException {
    AtomicInteger answered = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    for (int caller = 0; caller < CALLERS; caller++) {
      callers.execute(() -> answered.addAndGet(answers(key)));
    }
    callers.shutdown();
    int milliseconds = 0;
    while (!callers.awaitTermination(1, TimeUnit.MILLISECONDS)) {
      if (milliseconds < 400) {
        world.clock().advance(Duration.ofMillis(1));
        milliseconds++;
      }
      limits.forgetRested();
    }
    return new Load(answered.get(), milliseconds);
  }

  private int answersUntilRefused(ApiKey key) {
    int answers = 0;
    while (refusal(key) == null) {
      answers++;
    }
    return answers;
  }

  private int answers(ApiKey key) {
    int answers = 0;
    for (int call = 0; call < CALLS_OF_EACH; call++) {
      answers += refusal(key) == null ? 1 : 0;
    }
    return answers;
  }

  /** Null when the call is answered. */
  private TooManyRequests refusal(ApiKey key) {
    return catchThrowableOfType(TooManyRequests.class, () -> limits.count(key));
  }

  private ApiKey key(Integer callsPerMinute, Integer burst) {
    return world.samples.apiKey(
        acme.id(),
        LimitChange.to(null, callsPerMinute, burst),
        new Scopes(EnumSet.of(Scope.CREDENTIALS)));
  }
}
