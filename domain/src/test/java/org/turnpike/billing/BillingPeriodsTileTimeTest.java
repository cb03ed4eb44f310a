package org.turnpike.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.turnpike.shared.Rejected;

class BillingPeriodsTileTimeTest {
  private static final long START_OF_2019 = 1_546_300_800L;
  private static final long START_OF_2040 = 2_208_988_800L;

  @Property
  void the_period_at_an_instant_contains_it(
      @ForAll @IntRange(min = 1, max = 31) int billingDay,
      @ForAll @LongRange(min = START_OF_2019, max = START_OF_2040) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    assertThat(BillingPeriod.at(instant, billingDay).range().contains(instant)).isTrue();
  }

  @Example
  void each_period_ends_where_the_next_starts_for_every_billing_day_through_leap_years() {
    for (int billingDay = 1; billingDay <= 31; billingDay++) {
      BillingPeriod period = new BillingPeriod(YearMonth.of(2019, 1), billingDay);
      while (period.month().getYear() < 2032) {
        assertThat(period.end()).as("%s, day %s", period, billingDay).isAfter(period.start());
        assertThat(period.next().start()).isEqualTo(period.end());
        assertThat(period.next().previous()).isEqualTo(period);
        period = period.next();
      }
    }
  }

  @Example
  void every_instant_on_a_border_belongs_to_the_period_that_starts_there() {
    for (int billingDay = 1; billingDay <= 31; billingDay++) {
      for (YearMonth month = YearMonth.of(2023, 12);
          month.isBefore(YearMonth.of(2025, 3));
          month = month.plusMonths(1)) {
        BillingPeriod period = new BillingPeriod(month, billingDay);
        assertThat(BillingPeriod.at(period.start(), billingDay)).isEqualTo(period);
        assertThat(BillingPeriod.at(period.start().minusNanos(1), billingDay))
            .isEqualTo(period.previous());
      }
    }
  }

  @Example
  void a_month_too_short_for_the_billing_day_starts_its_period_on_the_last_day() {
    assertThat(new BillingPeriod(YearMonth.of(2024, 2), 31).start()).isEqualTo(day("2024-02-29"));
    assertThat(new BillingPeriod(YearMonth.of(2025, 2), 30).start()).isEqualTo(day("2025-02-28"));
    assertThat(new BillingPeriod(YearMonth.of(2025, 1), 31).end()).isEqualTo(day("2025-02-28"));
    assertThat(new BillingPeriod(YearMonth.of(2025, 4), 31).start()).isEqualTo(day("2025-04-30"));
  }

  @Property
  void a_period_is_found_again_by_its_name(
      @ForAll @IntRange(min = 1, max = 31) int billingDay,
      @ForAll @LongRange(min = START_OF_2019, max = START_OF_2040) long second) {
    BillingPeriod period = BillingPeriod.at(Instant.ofEpochSecond(second), billingDay);
    assertThat(BillingPeriod.named(period.name(), billingDay)).isEqualTo(period);
  }

  @Example
  void what_is_not_a_year_and_a_month_names_no_period() {
    for (String name :
        new String[] {"", "2026", "2026-13", "2026-1", "now", "2026-11-01", "-0001-01"}) {
      assertThatThrownBy(() -> BillingPeriod.named(name, 1))
          .as(name)
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("2026-11");
    }
  }

  @Example
  void a_year_that_no_database_can_hold_names_no_period() {
    for (String name : new String[] {"-999999999-01", "+999999999-12"}) {
      assertThatThrownBy(() -> BillingPeriod.named(name, 1)).isInstanceOf(Rejected.class);
    }
  }

  @Example
  void a_billing_day_lies_between_1_and_31() {
    for (int billingDay : new int[] {0, 32, -1}) {
      assertThatThrownBy(() -> new BillingPeriod(YearMonth.of(2026, 1), billingDay))
          .isInstanceOf(Rejected.class);
    }
  }

  private static Instant day(String date) {
    return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
