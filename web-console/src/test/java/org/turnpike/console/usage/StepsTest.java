package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.Measure;
import org.turnpike.console.figures.UsageChart;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.World;

class StepsTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final World world = new World();
  private final Tenant tenant = world.samples.tenant("harbour");

  @Test
  void a_step_without_usage_is_a_bar_of_nothing() {
    UsageChart chart =
        chart(
            "2026-11-01T00:00:00Z",
            "2026-11-04T00:00:00Z",
            Granularity.DAY,
            UTC,
            row("production", "2026-11-02T00:00:00Z", 1_500_000_000L));

    assertThat(chart.labels()).containsExactly("1 Nov", "2 Nov", "3 Nov");
    assertThat(chart.series().get(0).figures())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.ZERO, new BigDecimal("1.5"), BigDecimal.ZERO);
  }

  @Test
  void a_day_of_25_hours_is_one_day_and_25_hours() {
    String start = "2026-10-24T22:00:00Z";
    String end = "2026-10-25T23:00:00Z";

    assertThat(chart(start, end, Granularity.DAY, BERLIN).labels()).containsExactly("25 Oct");
    assertThat(chart(start, end, Granularity.HOUR, BERLIN).labels())
        .hasSize(25)
        .contains("25 Oct 02:00");
  }

  @Test
  void months_are_named_with_their_year() {
    assertThat(
            chart("2026-11-10T00:00:00Z", "2027-01-02T00:00:00Z", Granularity.MONTH, UTC).labels())
        .containsExactly("Nov 2026", "Dec 2026", "Jan 2027");
  }

  @Test
  void more_keys_than_colours_share_the_last_one() {
    UsageSeries.KeyRow[] rows =
        IntStream.rangeClosed(1, 8)
            .mapToObj(number -> row("key-" + number, "2026-11-01T00:00:00Z", 1_000_000_000L))
            .toArray(UsageSeries.KeyRow[]::new);

    UsageChart chart =
        chart("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", Granularity.DAY, UTC, rows);

    assertThat(chart.series()).hasSize(6);
    assertThat(chart.series().get(5).name()).isEqualTo("3 others");
    assertThat(chart.series().get(5).figures().get(0)).isEqualByComparingTo("3");
  }

  @Test
  void what_is_left_of_a_break_down_is_not_counted_among_the_small() {
    List<UsageLine> lines =
        IntStream.rangeClosed(1, 6)
            .mapToObj(number -> line("user-" + number, 1_000_000_000L))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.add(UsageLine.other(List.of(point("2026-11-01T00:00:00Z", 5_000_000_000L))));

    UsageChart chart =
        Steps.chart(
            series("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", Granularity.DAY, UTC),
            Measure.EGRESS,
            lines);

    assertThat(chart.series().get(5).name()).isEqualTo("All others");
    assertThat(chart.series().get(5).figures().get(0)).isEqualByComparingTo("6");
  }

  @Test
  void lines_whose_connections_are_not_known_are_no_bars() {
    assertThat(
            Steps.chart(
                    series("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", Granularity.DAY, UTC),
                    Measure.CONNECTIONS,
                    List.of(line("anna", 1)))
                .series())
        .isEmpty();
  }

  private static UsageLine line(String name, long egress) {
    List<UsageSeries.Point> points = List.of(point("2026-11-01T00:00:00Z", egress));
    return UsageLine.of(new BreakdownSeries.Row(name, false, points), Grouping.IDENTIFIER);
  }

  private static UsageSeries.Point point(String at, long egress) {
    return new UsageSeries.Point(Instant.parse(at), RelayedVolume.ofBytes(egress, 0));
  }

  private static UsageChart chart(
      String start, String end, Granularity granularity, ZoneId zone, UsageSeries.KeyRow... rows) {
    return Steps.chart(series(start, end, granularity, zone, rows));
  }

  private static UsageSeries series(
      String start, String end, Granularity granularity, ZoneId zone, UsageSeries.KeyRow... rows) {
    return new UsageSeries(
        new TimeRange(Instant.parse(start), Instant.parse(end)),
        granularity,
        zone,
        List.of(rows),
        RelayedVolume.NONE,
        Completeness.UNKNOWN);
  }

  private UsageSeries.KeyRow row(String name, String at, long egress) {
    TurnKey key = world.samples.turnKey(tenant, name);
    RelayedVolume volume = RelayedVolume.ofBytes(egress, 0);
    return new UsageSeries.KeyRow(
        key, List.of(new UsageSeries.Point(Instant.parse(at), volume)), volume);
  }
}
