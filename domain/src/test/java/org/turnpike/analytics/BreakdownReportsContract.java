package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.PortContract;

public abstract class BreakdownReportsContract extends PortContract {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final String TEN = "2026-11-03T10:00:00Z";

  private final Tenant acme = samples.tenant("acme");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(samples.tenant("other"), "theirs");

  @Test
  void one_of_several_keys_is_one_row_and_the_largest_comes_first() {
    new BreakdownSamples()
        .by(TEN, "anna", 5, 1)
        .by("2026-11-04T10:00:00Z", "anna", 6, 2)
        .by(TEN, "ben", 20, 1)
        .put(ports, main, TEN, 25);
    new BreakdownSamples().by(TEN, "anna", 10, 4).put(ports, second, TEN, 1);
    new BreakdownSamples().by(TEN, "carl", 100, 4).put(ports, theirs, TEN, 1);
    List<BreakdownSeries.Row> rows = rows(Dimension.CUSTOM_IDENTIFIER, Granularity.DAY, UTC, 9);
    assertThat(rows).extracting(BreakdownSeries.Row::name).containsExactly("anna", "ben");
    assertThat(rows.get(0).points())
        .containsExactly(point("2026-11-03T00:00:00Z", 15, 5), point("2026-11-04T00:00:00Z", 6, 2));
  }

  @Test
  void no_more_are_told_than_asked_for() {
    new BreakdownSamples().by(TEN, "anna", 1, 0).by(TEN, "ben", 2, 0).put(ports, main, TEN, 1);
    assertThat(rows(Dimension.CUSTOM_IDENTIFIER, Granularity.DAY, UTC, 1))
        .extracting(BreakdownSeries.Row::name)
        .containsExactly("ben");
  }

  @Test
  void a_country_is_its_cities_and_a_city_is_told_with_its_country() {
    new BreakdownSamples()
        .at(TEN, "US", "San Jose", 4)
        .at(TEN, "CR", "San Jose", 2)
        .at(TEN, "US", "Ashburn", 3)
        .at(TEN, "", "", 1)
        .put(ports, main, TEN, 1);
    assertThat(rows(Dimension.COUNTRY, Granularity.DAY, UTC, 9))
        .extracting(BreakdownSeries.Row::name, row -> row.total().egress().bytes())
        .containsExactly(tuple("US", 7L), tuple("CR", 2L), tuple("", 1L));
    assertThat(rows(Dimension.CITY, Granularity.DAY, UTC, 9))
        .extracting(BreakdownSeries.Row::name)
        .containsExactly("San Jose, US", "Ashburn, US", "San Jose, CR", "");
  }

  @Test
  void an_hour_belongs_to_the_step_of_the_zone_in_which_it_starts() {
    new BreakdownSamples()
        .by("2026-11-03T22:00:00Z", "anna", 1, 0)
        .by("2026-11-03T23:00:00Z", "anna", 2, 0)
        .put(ports, main, TEN, 24);
    assertThat(
            rows(Dimension.CUSTOM_IDENTIFIER, Granularity.DAY, ZoneId.of("Europe/Berlin"), 9)
                .get(0)
                .points())
        .containsExactly(point("2026-11-02T23:00:00Z", 1, 0), point("2026-11-03T23:00:00Z", 2, 0));
  }

  @Test
  void hours_that_reach_out_of_the_range_are_left_out() {
    new BreakdownSamples()
        .by("2026-11-01T00:00:00Z", "anna", 1, 0)
        .by("2026-11-30T10:00:00Z", "anna", 2, 0)
        .connected("2026-11-01T00:00:00Z", "9", "9")
        .connected("2026-11-30T10:00:00Z", "1", "0.5")
        .put(ports, main, "2026-11-01T00:00:00Z", 720);
    TimeRange range = range("2026-11-01T00:15:00Z", "2026-11-30T11:00:00Z");
    assertThat(rows(range)).extracting(row -> row.total().egress().bytes()).containsExactly(2L);
    assertThat(rows(range("2026-11-01T00:15:00Z", "2026-11-30T10:45:00Z"))).isEmpty();
    assertThat(connections(range).get(main.id())).hasSize(1);
  }

  @Test
  void connections_have_the_peak_of_a_step_and_the_sum_of_its_means() {
    new BreakdownSamples()
        .connected(TEN, "4", "1.5")
        .connected("2026-11-03T11:00:00Z", "3.25", "2.125")
        .put(ports, main, TEN, 2);
    new BreakdownSamples().connected(TEN, "8", "1").put(ports, theirs, TEN, 1);
    Map<TurnKeyId, List<BreakdownReports.Step>> steps =
        connections(range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"));
    assertThat(steps).containsOnlyKeys(main.id());
    assertThat(steps.get(main.id()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.start()).isEqualTo("2026-11-03T00:00:00Z");
              assertThat(step.peak()).isEqualByComparingTo(new BigDecimal("4"));
              assertThat(step.sum()).isEqualByComparingTo(new BigDecimal("3.625"));
            });
  }

  private List<BreakdownSeries.Row> rows(TimeRange range) {
    return call(
        () ->
            ports
                .breakdownReports()
                .rows(acme.id(), Dimension.CUSTOM_IDENTIFIER, range, Granularity.MONTH, UTC, 9));
  }

  private List<BreakdownSeries.Row> rows(
      Dimension dimension, Granularity granularity, ZoneId zone, int most) {
    TimeRange range = range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
    return call(
        () -> ports.breakdownReports().rows(acme.id(), dimension, range, granularity, zone, most));
  }

  private Map<TurnKeyId, List<BreakdownReports.Step>> connections(TimeRange range) {
    return call(() -> ports.breakdownReports().connections(acme.id(), range, Granularity.DAY, UTC));
  }

  private static UsageSeries.Point point(String start, long egress, long ingress) {
    return new UsageSeries.Point(Instant.parse(start), RelayedVolume.ofBytes(egress, ingress));
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
