package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.Coverage;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.Measure;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.ManualClock;

class UsageInViewTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final TimeRange DAY = new TimeRange(START, START.plusSeconds(86_400));
  private static final UsageLine OTHER = UsageLine.other(List.of(point(100, 1)));

  private final ManualClock clock = new ManualClock();

  @Test
  void the_largest_come_first_by_what_is_measured_and_what_is_left_comes_last() {
    List<UsageLine> lines = List.of(OTHER, line("anna", 5, 9), line("ben", 7, 2));

    assertThat(names(view(Map.of(), lines))).containsExactly("ben", "anna", "Other");
    assertThat(names(view(Map.of("measure", "ingress"), lines)))
        .containsExactly("anna", "ben", "Other");
    assertThat(names(view(Map.of("order", "least"), lines)))
        .containsExactly("anna", "ben", "Other");
    assertThat(names(view(Map.of("order", "name"), lines))).containsExactly("anna", "ben", "Other");
  }

  @Test
  void a_text_is_looked_for_in_names_and_details() {
    UsageLine germany =
        UsageLine.of(new BreakdownSeries.Row("DE", false, List.of(point(1, 1))), Grouping.COUNTRY);
    List<UsageLine> lines = List.of(germany, line("anna", 5, 9));

    assertThat(names(view(Map.of("text", "GERM"), lines))).containsExactly("Germany");
    assertThat(names(view(Map.of("text", "de"), lines))).containsExactly("Germany");
    assertThat(names(view(Map.of("text", "nobody"), lines))).isEmpty();
  }

  @Test
  void what_nobody_is_named_for_says_why() {
    List<UsageSeries.Point> points = List.of(point(1, 1));

    assertThat(UsageLine.of(new BreakdownSeries.Row("", true, points), Grouping.IDENTIFIER).name())
        .isEqualTo("Erased");
    assertThat(UsageLine.of(new BreakdownSeries.Row("", false, points), Grouping.IDENTIFIER).name())
        .isEqualTo("No identifier");
    assertThat(UsageLine.of(new BreakdownSeries.Row("", false, points), Grouping.CITY).name())
        .isEqualTo("Not told");
  }

  @Test
  void a_line_is_compared_with_its_own_before_and_not_where_that_may_have_been_too_small() {
    UsageInView view =
        new UsageInView(
            asked(Map.of("groupBy", "customIdentifier")),
            series(),
            List.of(),
            Coverage.NONE,
            new UsageInView.Earlier(DAY, series(), List.of(OTHER, line("anna", 4, 0))));

    assertThat(view.change(line("anna", 5, 0))).isEqualTo("25 % more");
    assertThat(view.change(line("ben", 5, 0))).isEqualTo("–");
  }

  @Test
  void connections_that_are_not_known_are_compared_with_nothing() {
    UsageInView view =
        new UsageInView(
            asked(Map.of("measure", "connections")),
            series(),
            List.of(),
            Coverage.NONE,
            new UsageInView.Earlier(DAY, series(), List.of()));

    assertThat(view.change(line("anna", 5, 0))).isEqualTo("–");
    assertThat(line("anna", 5, 0).figure(Measure.EGRESS))
        .isEqualByComparingTo(new BigDecimal("0.000000005"));
  }

  private static List<String> names(UsageInView view) {
    return view.found().stream().map(UsageLine::name).toList();
  }

  private UsageInView view(Map<String, String> asked, List<UsageLine> lines) {
    return new UsageInView(asked(asked), series(), lines, Coverage.NONE, null);
  }

  private UsageView asked(Map<String, String> parameters) {
    return UsageView.asked(parameters::get, UTC, clock);
  }

  private static UsageSeries series() {
    return new UsageSeries(
        DAY, Granularity.DAY, UTC, List.of(), RelayedVolume.NONE, Completeness.UNKNOWN);
  }

  private static UsageLine line(String name, long egress, long ingress) {
    return UsageLine.of(
        new BreakdownSeries.Row(name, false, List.of(point(egress, ingress))), Grouping.IDENTIFIER);
  }

  private static UsageSeries.Point point(long egress, long ingress) {
    return new UsageSeries.Point(START, RelayedVolume.ofBytes(egress, ingress));
  }
}
