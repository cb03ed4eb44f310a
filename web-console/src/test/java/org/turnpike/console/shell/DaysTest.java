package org.turnpike.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.world.ManualClock;

class DaysTest {
  private final Days past = Days.past(new ManualClock(), ZoneOffset.UTC);
  private final Days toCome = Days.toCome(new ManualClock(), ZoneOffset.UTC);

  @Test
  void one_looks_back_to_2020_and_on_through_a_month_under_way() {
    assertThat(past.typed("from", "2020-01-01")).isEqualTo(LocalDate.parse("2020-01-01"));
    assertThat(past.typed("from", " 2026-11-30 ")).isEqualTo(LocalDate.parse("2026-11-30"));
  }

  @Test
  void what_lies_outside_is_refused_with_the_days_there_are() {
    assertThatThrownBy(() -> past.typed("from", "1900-01-01"))
        .isInstanceOf(Rejected.class)
        .hasMessage("Choose a day from 2020-01-01 through 2026-12-22.");
    assertThatThrownBy(() -> toCome.typed("expiresAt", "2026-11-21")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> toCome.typed("expiresAt", "+10000-01-01"))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void nothing_typed_is_no_day() {
    assertThat(past.typed("from", null)).isNull();
    assertThat(past.typed("from", " ")).isNull();
  }
}
