package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.Forecast;
import org.turnpike.billing.Statement;
import org.turnpike.shared.DataVolume;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Completeness;
import org.turnpike.world.World;

class OutlookTest {
  private final World world = new World();
  private final Tenant tenant = world.samples.tenant("harbour");

  @Test
  void it_prices_what_is_expected_by_the_statements_plan() {
    Outlook outlook = outlook(812, 1_118);

    assertThat(outlook.cost()).hasToString("5.90 USD");
    assertThat(outlook.heading().expected()).isEqualByComparingTo("1118");
    assertThat(outlook.lastDay()).isEqualTo("30 November");
  }

  @Test
  void the_free_allowance_lasts_until_the_day_that_reaches_it() {
    assertThat(outlook(812, 1_118).freeUntil()).contains("30 November");
  }

  @Test
  void an_allowance_that_lasts_has_no_last_day() {
    assertThat(outlook(500, 700).freeUntil()).isEmpty();
  }

  @Test
  void an_allowance_that_is_gone_has_no_last_day_to_come() {
    assertThat(outlook(1_000, 1_400).freeUntil()).isEmpty();
  }

  private Outlook outlook(long used, long expected) {
    Statement statement = Statements.of(world, tenant, used, Completeness.UNKNOWN);
    Forecast forecast =
        new Forecast(
            gigabytes(expected),
            gigabytes(expected),
            gigabytes(expected),
            List.of(new Forecast.Day(LocalDate.parse("2026-11-30"), gigabytes(expected))));
    return new Outlook(statement, forecast);
  }

  private static DataVolume gigabytes(long gigabytes) {
    return DataVolume.ofBytes(gigabytes * 1_000_000_000L);
  }
}
