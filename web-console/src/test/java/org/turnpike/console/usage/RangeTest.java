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
        .isEqualTo("from=2026-09-01&through=2026-11-22&granularity=month&zone=Asia%2FTokyo");
    assertThat(asked(Map.of("zone", "Etc/GMT+5")).query()).endsWith("&zone=Etc%2FGMT%2B5");
  }

  @Test
  void a_chart_by_day_holds_a_year_and_one_by_hour_two_months() {
    assertThat(drawn("2025-11-22", "day")).isEqualTo(Granularity.DAY);
    assertThat(drawn("2025-11-21", "day")).isEqualTo(Granularity.MONTH);
    assertThat(drawn("2026-09-22", "hour")).isEqualTo(Granularity.HOUR);
    assertThat(drawn("2026-09-21", "hour")).isEqualTo(Granularity.DAY);
    assertThat(drawn("2020-01-01", "hour")).isEqualTo(Granularity.MONTH);
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
  @CsvSource({
    "from,yesterday",
    "from,0001-01-01",
    "from,2019-12-31",
    "through,2026-02-30",
    "through,2026-12-24",
    "through,+999999999-12-31",
    "granularity,week",
    "zone,Mars/Olympus"
  })
  void what_cannot_be_read_or_is_no_day_with_usage_is_refused(String parameter, String value) {
    assertThatThrownBy(() -> asked(Map.of(parameter, value))).isInstanceOf(Rejected.class);
  }

  @Test
  void the_end_before_the_start_is_refused() {
    assertThatThrownBy(() -> asked(Map.of("from", "2026-11-02", "through", "2026-11-01")))
        .isInstanceOf(Rejected.class);
  }

  private Granularity drawn(String from, String steps) {
    return asked(Map.of("from", from, "granularity", steps)).drawn().granularity();
  }

  private Range asked(Map<String, String> parameters) {
    return Range.asked(parameters::get, BERLIN, clock);
  }
}
