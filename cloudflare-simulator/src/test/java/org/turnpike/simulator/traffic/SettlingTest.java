package org.turnpike.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettlingTest {

  private static final Duration LATENCY = Duration.ofSeconds(30);
  private static final Settling TWO_HOURS = new Settling(LATENCY, Duration.ofHours(2));
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant END = START.plusSeconds(300);
  private static final long BUCKET = FiveMinutes.holding(START);
  private static final long VALUE = 1_000_000_000;

  @Test
  void nothing_shows_before_the_latency_is_over() {
    assertThat(shown(START.plusSeconds(30))).isZero();
    assertThat(shown(START.plusSeconds(31))).isPositive();
  }

  @Test
  void a_running_bucket_shows_the_part_that_has_passed() {
    Settling immediate = new Settling(LATENCY, Duration.ZERO);

    assertThat(immediate.shown(VALUE, 1, BUCKET, START.plusSeconds(180), LATENCY))
        .isEqualTo(VALUE / 2);
  }

  @Test
  void the_first_value_is_at_most_three_percent_off() {
    for (long dice = 0; dice < 100; dice++) {
      assertThat(TWO_HOURS.shown(VALUE, dice, BUCKET, END.plusSeconds(30), LATENCY))
          .isBetween(VALUE * 97 / 100, VALUE * 103 / 100);
    }
  }

  @Test
  void a_value_moves_for_two_hours_and_then_never_again() {
    long distinct =
        LongStream.range(0, 120)
            .map(minute -> shown(END.plusSeconds(60 + 60 * minute)))
            .distinct()
            .count();

    assertThat(distinct).isGreaterThan(6);
    assertThat(shown(END.plus(Duration.ofHours(2)))).isEqualTo(VALUE);
    assertThat(shown(END.plus(Duration.ofDays(40)))).isEqualTo(VALUE);
  }

  @Test
  void corrections_go_both_ways() {
    List<Long> values =
        LongStream.range(0, 12)
            .map(step -> shown(END.plusSeconds(60 + 600 * step)))
            .boxed()
            .toList();

    assertThat(values).anyMatch(value -> value > VALUE).anyMatch(value -> value < VALUE);
  }

  @Test
  void deviations_shrink_with_age() {
    Instant late = END.plus(Duration.ofMinutes(115));
    for (long dice = 0; dice < 100; dice++) {
      assertThat(TWO_HOURS.shown(VALUE, dice, BUCKET, late, LATENCY))
          .isBetween(VALUE * 997 / 1000, VALUE * 1003 / 1000);
    }
  }

  @Test
  void without_settling_the_first_whole_value_is_final() {
    Settling immediate = new Settling(LATENCY, Duration.ZERO);

    assertThat(immediate.shown(VALUE, 1, BUCKET, END.plusSeconds(30), LATENCY)).isEqualTo(VALUE);
  }

  @Test
  void data_that_is_late_is_not_shown_yet() {
    Duration late = Duration.ofMinutes(60);

    assertThat(TWO_HOURS.shown(VALUE, 1, BUCKET, START.plus(late), late)).isZero();
    assertThat(TWO_HOURS.shown(VALUE, 1, BUCKET, END.plus(late), late)).isPositive();
  }

  private static long shown(Instant now) {
    return TWO_HOURS.shown(VALUE, 1, BUCKET, now, LATENCY);
  }
}
