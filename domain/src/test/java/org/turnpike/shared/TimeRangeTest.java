package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
  private static final TimeRange NOVEMBER = new TimeRange(START, END);

  @Test
  void it_holds_its_start_and_not_its_end() {
    assertThat(NOVEMBER.contains(START)).isTrue();
    assertThat(NOVEMBER.contains(END.minusNanos(1))).isTrue();
    assertThat(NOVEMBER.contains(END)).isFalse();
    assertThat(NOVEMBER.contains(START.minusNanos(1))).isFalse();
  }

  @Test
  void it_is_as_long_as_from_start_to_end() {
    assertThat(NOVEMBER.length()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void it_is_never_empty_and_never_runs_backwards() {
    assertThatThrownBy(() -> new TimeRange(START, START)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> new TimeRange(END, START)).isInstanceOf(Rejected.class);
  }

  @Test
  void years_that_no_database_can_hold_are_refused() {
    assertThatThrownBy(() -> new TimeRange(Instant.MIN, END))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.errors().get(0).field()).isEqualTo("from"));
    assertThatThrownBy(() -> new TimeRange(START, Instant.MAX))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.errors().get(0).field()).isEqualTo("to"));
  }
}
