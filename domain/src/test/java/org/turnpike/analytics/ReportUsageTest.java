package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ReportUsageTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final TimeRange NOVEMBER = range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey main = world.samples.turnKey(acme, "main");
  private final TurnKey second = world.samples.turnKey(acme, "second");
  private final ReportUsage report =
      new ReportUsage(
          world.tenants(),
          world.turnKeys(),
          world.reports(),
          world.ledger(),
          world.marks(),
          world.transactions());

  @Test
  void each_key_has_its_series_the_largest_first_and_they_add_up_to_the_total() {
    UsageSamples.relayed(world, main, "2026-11-03T10:00:00Z", 5, 1);
    UsageSamples.relayed(world, second, "2026-11-03T10:00:00Z", 7, 1);
    UsageSamples.relayed(world, second, "2026-11-04T10:15:00Z", 7, 1);
    UsageSeries series = series(Granularity.DAY, UTC);
    assertThat(series.keys())
        .extracting(row -> row.turnKey().name(), row -> row.total().egress().bytes())
        .containsExactly(tuple("second", 14L), tuple("main", 5L));
    assertThat(series.total()).isEqualTo(RelayedVolume.ofBytes(19, 3));
    assertThat(series.keys().get(0).points())
        .extracting(UsageSeries.Point::start)
        .containsExactly(
            Instant.parse("2026-11-03T00:00:00Z"), Instant.parse("2026-11-04T00:00:00Z"));
  }

  @Test
  void a_range_holds_its_start_and_not_its_end() {
    UsageSamples.relayed(world, main, "2026-10-31T23:45:00Z", 1, 0);
    UsageSamples.relayed(world, main, "2026-11-01T00:00:00Z", 2, 0);
    UsageSamples.relayed(world, main, "2026-11-30T23:45:00Z", 4, 0);
    UsageSamples.relayed(world, main, "2026-12-01T00:00:00Z", 8, 0);
    assertThat(series(Granularity.MONTH, UTC).total().egress().bytes()).isEqualTo(6);
  }

  @Test
  void days_are_those_of_the_zone_asked_for() {
    UsageSamples.relayed(world, main, "2026-11-03T22:45:00Z", 1, 0);
    UsageSamples.relayed(world, main, "2026-11-03T23:00:00Z", 2, 0);
    assertThat(series(Granularity.DAY, ZoneId.of("Europe/Berlin")).keys().get(0).points())
        .extracting(UsageSeries.Point::start)
        .containsExactly(
            Instant.parse("2026-11-02T23:00:00Z"), Instant.parse("2026-11-03T23:00:00Z"));
  }

  @Test
  void an_offset_is_no_zone() {
    assertInvalid("timeZone", () -> series(Granularity.DAY, ZoneId.of("+05:30")));
    assertInvalid("timeZone", () -> series(Granularity.DAY, ZoneId.of("UTC+1")));
    assertInvalid("timeZone", () -> series(Granularity.DAY, ZoneId.of("SystemV/AST4")));
  }

  @Test
  void by_the_hour_one_asks_for_62_days_at_most() {
    TimeRange longer = range("2026-08-01T00:00:00Z", "2026-10-02T00:15:00Z");
    assertInvalid(
        "granularity",
        () -> report.series(Callers.operator(), acme.id(), longer, Granularity.HOUR, UTC));
    report.series(Callers.operator(), acme.id(), longer, Granularity.DAY, UTC);
  }

  @Test
  void the_ledger_s_lines_stand_behind_it_a_page_at_a_time() {
    for (int quarter = 0; quarter < 4; quarter++) {
      UsageSamples.relayed(world, main, "2026-11-03T10:%02d:00Z".formatted(quarter * 15), 1, 0);
    }
    Slice<UsageRecord> page =
        report.ledger(Callers.viewerOf(acme), acme.id(), NOVEMBER, new Slice.Request(3, null));
    assertThat(page.items()).hasSize(3);
    Slice<UsageRecord> rest =
        report.ledger(
            Callers.viewerOf(acme), acme.id(), NOVEMBER, new Slice.Request(3, page.next()));
    assertThat(rest.items())
        .extracting(UsageRecord::windowStart)
        .containsExactly(Instant.parse("2026-11-03T10:45:00Z"));
    assertThat(rest.next()).isNull();
  }

  @Test
  void another_tenant_s_usage_is_not_there() {
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> report.series(Callers.adminOf(other), acme.id(), NOVEMBER, Granularity.DAY, UTC));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> report.ledger(Callers.adminOf(other), acme.id(), NOVEMBER, Slice.Request.first()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () ->
            report.series(
                Callers.operator(),
                new TenantId(UUID.randomUUID()),
                NOVEMBER,
                Granularity.DAY,
                UTC));
    UsageSamples.relayed(world, main, "2026-11-03T10:00:00Z", 5, 1);
    assertThat(
            report
                .series(Callers.adminOf(other), other.id(), NOVEMBER, Granularity.DAY, UTC)
                .keys())
        .isEmpty();
  }

  @Test
  void it_says_how_complete_it_is() {
    UsageSamples.readThrough(world, main, "2026-11-22T10:00:00Z");
    assertThat(series(Granularity.DAY, UTC).completeness().completeThrough()).isNull();
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(series(Granularity.DAY, UTC).completeness().completeThrough())
        .isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void a_forecast_counts_no_hour_twice_though_one_key_is_read_further_than_another() {
    UsageSamples.relayed(world, main, "2026-10-20T00:00:00Z", 1, 0);
    for (String sunday : new String[] {"10-25", "11-01", "11-08", "11-15", "11-22"}) {
      UsageSamples.relayed(world, second, "2026-" + sunday + "T06:00:00Z", 50, 0);
    }
    UsageSamples.readThrough(world, main, "2026-11-22T00:00:00Z");
    UsageSamples.readThrough(world, second, "2026-11-22T12:00:00Z");
    Forecast forecast = report.forecast(Callers.viewerOf(acme), acme.id(), NOVEMBER).orElseThrow();
    assertThat(forecast.expected().bytes())
        .as("three Sundays that were, and two expected")
        .isEqualTo(5 * 50);
  }

  @Test
  void a_forecast_at_the_start_of_a_period_has_nothing_so_far() {
    TimeRange threeWeeks = range("2026-11-01T00:00:00Z", "2026-11-22T00:00:00Z");
    UsageSamples.relayed(world, main, "2026-09-20T00:00:00Z", 1, 0);
    UsageSamples.relayed(world, main, "2026-11-01T00:00:00Z", 7, 0);
    UsageSamples.readThrough(world, main, "2026-11-01T00:15:00Z");
    UsageSamples.readThrough(world, second, "2026-11-01T00:00:00Z");
    assertThat(report.forecast(Callers.viewerOf(acme), acme.id(), threeWeeks))
        .map(forecast -> forecast.expected().bytes())
        .contains(0L);
  }

  private UsageSeries series(Granularity granularity, ZoneId zone) {
    return report.series(Callers.viewerOf(acme), acme.id(), NOVEMBER, granularity, zone);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
