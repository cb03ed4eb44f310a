package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.analytics.Granularity;
import org.turnpike.shared.Rejected;
import org.turnpike.world.ManualClock;

class RangeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final ManualClock clock = new ManualClock();

  @Test
  void nothing_asked_is_the_last_thirty_days_by_day() {
    Range range = asked(Map.of());

    assertThat(range.from()).isEqualTo(LocalDate.parse("2026-10-24"));
    assertThat(range.through()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(range.granularity()).isEqualTo(Granularity.DAY);
  }

  @Test
  void the_last_day_is_included_and_days_are_those_of_the_zone() {
    Range range = asked(Map.of("from", "2026-11-01", "through", "2026-11-02"));

    assertThat(range.time().start()).isEqualTo(Instant.parse("2026-10-31T23:00:00Z"));
    assertThat(range.time().end()).isEqualTo(Instant.parse("2026-11-02T23:00:00Z"));
    assertThat(range.granularity()).isEqualTo(Granularity.HOUR);
  }

  @Test
  void its_query_asks_for_the_same_again() {
    Range range = asked(Map.of("from", "2026-09-01", "granularity", "month", "zone", "Asia/Tokyo"));

    assertThat(range.query())
        .isEqualTo("from=2026-09-01&through=2026-11-22&granularity=month&zone=Asia/Tokyo");
  }

  @Test
  void last_month_ends_with_its_last_day() {
    assertThat(asked(Map.of()).presets(clock))
        .filteredOn(preset -> preset.label().equals("Last month"))
        .singleElement()
        .satisfies(
            preset -> {
              assertThat(preset.range().from()).isEqualTo(LocalDate.parse("2026-10-01"));
              assertThat(preset.range().through()).isEqualTo(LocalDate.parse("2026-10-31"));
            });
  }

  @ParameterizedTest
  @CsvSource({"from,yesterday", "through,2026-02-30", "granularity,week", "zone,Mars/Olympus"})
  void what_cannot_be_read_is_refused(String parameter, String value) {
    assertThatThrownBy(() -> asked(Map.of(parameter, value)).time()).isInstanceOf(Rejected.class);
  }

  @Test
  void the_end_before_the_start_is_refused() {
    Range range = asked(Map.of("from", "2026-11-02", "through", "2026-11-01"));

    assertThatThrownBy(range::time).isInstanceOf(Rejected.class);
  }

  private Range asked(Map<String, String> parameters) {
    return Range.asked(parameters::get, BERLIN, clock);
  }
}
