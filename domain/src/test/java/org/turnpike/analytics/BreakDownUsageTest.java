package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class BreakDownUsageTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final String DAY = "2026-11-03T00:00:00Z";
  private static final String TEN = "2026-11-03T10:00:00Z";
  private static final TimeRange NOVEMBER = range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey main = world.samples.turnKey(acme, "main");
  private final ReportUsage usage =
      new ReportUsage(
          world.tenants(),
          world.turnKeys(),
          world.reports(),
          world.ledger(),
          world.marks(),
          world.transactions());
  private final BreakDownUsage breakDown =
      new BreakDownUsage(
          usage,
          world.turnKeys(),
          world.breakdowns(),
          world.breakdownReports(),
          world.transactions());

  @Test
  void other_is_what_the_ledger_has_more_so_that_all_adds_up_to_the_ledger() {
    UsageSamples.relayed(world, main, TEN, 100, 50);
    UsageSamples.relayed(world, main, "2026-11-05T10:00:00Z", 7, 3);
    new BreakdownSamples().by(TEN, "anna", 60, 20).by(TEN, "ben", 30, 30).put(world, main, TEN, 1);
    BreakdownSeries series = by(Dimension.CUSTOM_IDENTIFIER);
    assertThat(series.other())
        .containsExactly(point(DAY, 10, 0), point("2026-11-05T00:00:00Z", 7, 3));
    assertThat(
            series.rows().stream()
                .map(BreakdownSeries.Row::total)
                .reduce(series.otherTotal(), RelayedVolume::plus))
        .isEqualTo(series.ledger().total())
        .isEqualTo(RelayedVolume.ofBytes(107, 53));
  }

  @Test
  void other_is_never_negative_and_totals_stay_those_of_the_ledger() {
    UsageSamples.relayed(world, main, TEN, 100, 50);
    new BreakdownSamples()
        .by(TEN, "anna", 101, 10)
        .by("2026-11-04T10:00:00Z", "anna", 5, 5) // the ledger has none of it
        .put(world, main, TEN, 25);
    BreakdownSeries series = by(Dimension.CUSTOM_IDENTIFIER);
    assertThat(series.other()).containsExactly(point(DAY, 0, 40));
    assertThat(series.ledger().total()).isEqualTo(RelayedVolume.ofBytes(100, 50));
  }

  @Test
  void of_an_hour_no_more_than_200_are_kept_and_of_a_range_no_more_than_100_are_shown() {
    BreakdownSamples samples = new BreakdownSamples();
    for (int number = 1; number <= 205; number++) {
      samples.by(TEN, "user-" + number, number, 0);
    }
    Breakdown breakdown = samples.of(range(TEN, "2026-11-03T11:00:00Z"));
    assertThat(breakdown.identifiers()).hasSize(200);
    assertThat(breakdown.identifiers())
        .extracting(Share::whose)
        .contains("user-205", "user-6")
        .doesNotContain("user-5");
    UsageSamples.relayed(world, main, TEN, 205 * 206 / 2, 0);
    samples.put(world, main, TEN, 1);
    BreakdownSeries series = by(Dimension.CUSTOM_IDENTIFIER);
    assertThat(series.rows()).hasSize(100);
    assertThat(series.otherTotal().egress().bytes()).isEqualTo(105 * 106 / 2);
  }

  @Test
  void the_mean_is_over_all_hours_that_are_known_and_the_peak_over_none() {
    new BreakdownSamples()
        .connected(TEN, "4", "3")
        .connected("2026-11-03T12:00:00Z", "9", "6")
        .put(world, main, TEN, 4);
    ConnectionsSeries series = connections(series());
    assertThat(series.keys())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.turnKey().id()).isEqualTo(main.id());
              assertThat(row.whole().peak()).isEqualByComparingTo(new BigDecimal("9"));
              assertThat(row.whole().mean()).isEqualByComparingTo(new BigDecimal("2.25"));
              assertThat(row.points())
                  .extracting(ConnectionsSeries.Point::start, point -> point.connections().mean())
                  .containsExactly(tuple(Instant.parse(DAY), new BigDecimal("2.250")));
            });
  }

  @Test
  void a_key_whose_connections_are_not_known_has_none() {
    UsageSamples.relayed(world, main, TEN, 100, 50);
    assertThat(connections(series()).keys()).isEmpty();
    assertThat(connections(series()).coverage()).isEqualTo(Coverage.NONE);
  }

  @Test
  void it_covers_what_is_broken_down_of_every_key_and_says_how_much_is_missing() {
    TurnKey second = world.samples.turnKey(acme, "second");
    new BreakdownSamples().put(world, main, "2026-11-03T00:00:00Z", 20);
    assertThat(by(Dimension.COUNTRY).coverage()).isEqualTo(Coverage.NONE);
    assertThat(Coverage.NONE.missing(range(DAY, TEN), Instant.parse(TEN))).isEqualTo(10);
    new BreakdownSamples().put(world, second, "2026-11-03T04:00:00Z", 20);
    Coverage coverage = by(Dimension.COUNTRY).coverage();
    assertThat(coverage.since()).isEqualTo("2026-11-03T04:00:00Z");
    assertThat(coverage.through()).isEqualTo("2026-11-03T20:00:00Z");
    TimeRange day = range("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z");
    assertThat(coverage.missing(day, Instant.parse("2026-11-03T22:30:00Z"))).isEqualTo(6);
    assertThat(coverage.missing(day, Instant.parse("2026-11-09T00:00:00Z"))).isEqualTo(8);
  }

  @Test
  void another_tenant_s_usage_is_not_there_and_questions_are_those_of_a_series() {
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> by(Callers.adminOf(other), NOVEMBER, Granularity.DAY, UTC));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> breakDown.connections(Callers.adminOf(other), acme.id(), series()));
    assertInvalid(
        "timeZone", () -> by(Callers.operator(), NOVEMBER, Granularity.DAY, ZoneId.of("+05:30")));
    TimeRange year = range("2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z");
    assertInvalid("granularity", () -> by(Callers.operator(), year, Granularity.HOUR, UTC));
    assertInvalid("groupBy", () -> Dimension.named("password"));
  }

  @Test
  void what_is_older_than_its_retention_is_forgotten() {
    UsageSamples.relayed(world, main, TEN, 100, 50);
    new BreakdownSamples().by(TEN, "anna", 60, 20).put(world, main, TEN, 1);
    ForgetBreakdowns forget =
        new ForgetBreakdowns(
            world.breakdowns(), world.transactions(), world.settings(), world.clock());
    world.clock().set("2027-12-08T10:00:00Z"); // 400 days later
    assertThat(forget.forget()).isZero();
    world.clock().advance(Duration.ofSeconds(1));
    assertThat(forget.forget()).isEqualTo(2);
    assertThat(by(Dimension.CUSTOM_IDENTIFIER).rows()).isEmpty();
    assertThat(by(Dimension.CUSTOM_IDENTIFIER).otherTotal().egress().bytes()).isEqualTo(100);
  }

  private UsageSeries series() {
    return usage.series(Callers.operator(), acme.id(), NOVEMBER, Granularity.DAY, UTC);
  }

  private ConnectionsSeries connections(UsageSeries beside) {
    return breakDown.connections(Callers.viewerOf(acme), acme.id(), beside);
  }

  private BreakdownSeries by(Dimension dimension) {
    return breakDown.by(
        Callers.viewerOf(acme), dimension, acme.id(), NOVEMBER, Granularity.DAY, UTC);
  }

  private BreakdownSeries by(Caller caller, TimeRange range, Granularity granularity, ZoneId zone) {
    return breakDown.by(caller, Dimension.COUNTRY, acme.id(), range, granularity, zone);
  }

  private static UsageSeries.Point point(String start, long egress, long ingress) {
    return new UsageSeries.Point(Instant.parse(start), RelayedVolume.ofBytes(egress, ingress));
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
