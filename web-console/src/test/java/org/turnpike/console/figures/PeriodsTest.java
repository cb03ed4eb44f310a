package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.BillingPeriod;

class PeriodsTest {
  private static final BillingPeriod NOVEMBER = new BillingPeriod(YearMonth.of(2026, 11), 1);
  private static final BillingPeriod FROM_THE_15TH = new BillingPeriod(YearMonth.of(2026, 12), 15);

  @Test
  void a_period_is_written_by_its_first_and_last_day() {
    assertThat(Periods.days(NOVEMBER)).isEqualTo("1 – 30 November 2026, UTC");
    assertThat(Periods.days(FROM_THE_15TH)).isEqualTo("15 December – 14 January 2027, UTC");
    assertThat(Periods.name(NOVEMBER)).isEqualTo("November 2026");
  }

  @Test
  void its_first_day_is_day_one_and_its_last_day_is_not_over() {
    assertThat(progress("2026-11-01T00:00:00Z")).isEqualTo("day 1 of 30");
    assertThat(progress("2026-11-30T23:59:59Z")).isEqualTo("day 30 of 30");
    assertThat(progress("2026-12-01T00:00:00Z")).isEqualTo("ended");
  }

  private static String progress(String now) {
    return Periods.progress(NOVEMBER, Instant.parse(now));
  }
}
