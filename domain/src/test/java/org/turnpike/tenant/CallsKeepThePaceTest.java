package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.turnpike.world.ManualClock;

/** Gaps between calls are thousandths of the limit's interval; times are nanoseconds. */
class CallsKeepThePaceTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int A_BIT_LONGER = 1_200;
  private static final int A_BIT_SHORTER = 900;

  private ManualClock clock;
  private Pace pace;
  private long now;

  @BeforeTry
  void at_the_start() {
    clock = new ManualClock();
    pace = new Pace();
    now = 0;
  }

  @Property
  void over_any_time_no_more_are_answered_than_the_burst_and_what_comes_at_the_pace(
      @ForAll("limits") CallLimit limit,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = A_BIT_LONGER) Integer> gaps) {
    List<Long> answered = new ArrayList<>();
    for (int gap : gaps) {
      pass(limit, gap);
      if (pace.next(limit, clock) == 0) {
        answered.add(now);
      }
    }
    for (int first = 0; first < answered.size(); first++) {
      for (int last = first; last < answered.size(); last++) {
        long beyondTheBurst = last - first + 1L - limit.atOnce();
        long time = answered.get(last) - answered.get(first);
        assertThat(beyondTheBurst * MINUTE).isLessThanOrEqualTo(time * limit.callsPerMinute());
      }
    }
  }

  @Property
  void none_is_refused_that_the_burst_and_the_pace_had_room_for(
      @ForAll("limits") CallLimit limit,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = A_BIT_LONGER) Integer> gaps) {
    List<Long> answered = new ArrayList<>();
    for (int gap : gaps) {
      pass(limit, gap);
      if (pace.next(limit, clock) == 0) {
        answered.add(now);
      } else {
        assertThat(wouldBeTooMany(answered, limit)).as("one more at %s", now).isTrue();
      }
    }
  }

  @Property
  void whoever_keeps_to_the_pace_never_waits(@ForAll("limits") CallLimit limit) {
    for (int call = 0; call < 100; call++) {
      assertThat(pace.next(limit, clock)).isZero();
      clock.advance(Duration.ofNanos(limit.interval()));
    }
  }

  @Property
  void after_a_rest_the_burst_is_there_at_once_and_no_more(@ForAll("limits") CallLimit limit) {
    for (int rest = 0; rest < 2; rest++) {
      for (int call = 0; call < limit.atOnce(); call++) {
        assertThat(pace.next(limit, clock)).isZero();
      }
      assertThat(pace.next(limit, clock)).isEqualTo(limit.interval());
      clock.advance(Duration.ofNanos(limit.interval() * limit.atOnce()));
    }
  }

  @Property
  void who_waits_as_long_as_told_is_answered_and_a_nanosecond_earlier_is_not(
      @ForAll("limits") CallLimit limit, @ForAll @IntRange(max = A_BIT_SHORTER) int gap) {
    long wait = pace.next(limit, clock);
    while (wait == 0) {
      pass(limit, gap);
      wait = pace.next(limit, clock);
    }
    clock.advance(Duration.ofNanos(wait - 1));
    assertThat(pace.next(limit, clock)).isEqualTo(1);
    clock.advance(Duration.ofNanos(1));
    assertThat(pace.next(limit, clock)).isZero();
  }

  @Example
  void a_call_that_comes_while_another_is_being_counted_is_counted_too() {
    CallLimit limit = new CallLimit(60, 1);
    List<Long> waits = new ArrayList<>();
    Runnable another =
        () -> {
          if (waits.isEmpty()) {
            waits.add(pace.next(limit, clock));
          }
        };
    waits.add(pace.next(limit, new InterruptedClock(clock, another)));
    assertThat(waits).containsExactly(0L, limit.interval());
  }

  @Example
  void a_higher_limit_is_felt_at_once() {
    CallLimit low = new CallLimit(1, 10);
    for (int call = 0; call < 10; call++) {
      pace.next(low, clock);
    }
    CallLimit high = new CallLimit(600, 10);
    assertThat(pace.next(high, clock)).isEqualTo(Duration.ofMillis(100).toNanos());
  }

  @Example
  void a_clock_that_is_set_back_locks_nobody_out() {
    CallLimit limit = new CallLimit(60, 1);
    clock.set("2027-01-01T00:00:00Z");
    pace.next(limit, clock);
    clock.set("2026-01-01T00:00:00Z");
    assertThat(pace.next(limit, clock)).isEqualTo(Duration.ofSeconds(1).toNanos());
    clock.advance(Duration.ofSeconds(1));
    assertThat(pace.next(limit, clock)).isZero();
  }

  @Example
  void what_has_its_whole_burst_again_can_be_retired_and_nothing_else() {
    CallLimit limit = new CallLimit(60, 2);
    pace.next(limit, clock);
    clock.advance(Duration.ofMillis(999));
    assertThat(pace.retire(clock)).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(pace.retire(clock)).isTrue();
    assertThat(pace.next(limit, clock)).isEqualTo(Pace.RETIRED);
    assertThat(pace.retire(clock)).isFalse();
  }

  @Provide
  Arbitrary<CallLimit> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, CallLimit.MOST),
            Arbitraries.integers().between(1, 20))
        .as(CallLimit::new);
  }

  private void pass(CallLimit limit, int gap) {
    long time = limit.interval() * gap / 1_000;
    clock.advance(Duration.ofNanos(time));
    now += time;
  }

  /** Whether one more answer, now, would be too many over some time that ends now. */
  private boolean wouldBeTooMany(List<Long> answered, CallLimit limit) {
    for (int first = 0; first < answered.size(); first++) {
      long beyondTheBurst = answered.size() - first + 1L - limit.atOnce();
      if (beyondTheBurst * limit.interval() > now - answered.get(first)) {
        return true;
      }
    }
    return false;
  }
}
