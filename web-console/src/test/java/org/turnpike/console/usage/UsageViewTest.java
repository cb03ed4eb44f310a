package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.console.figures.Measure;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.world.ManualClock;

class UsageViewTest {
  private static final String RANGE = "from=2026-11-01&through=2026-11-07&granularity=day&zone=UTC";
  private static final Map<String, String> WEEK =
      Map.of("from", "2026-11-01", "through", "2026-11-07");

  private final ManualClock clock = new ManualClock();

  @Test
  void what_is_usual_is_not_said_in_an_address() {
    assertThat(asked(WEEK).query()).isEqualTo(RANGE);
  }

  @Test
  void all_else_is_said_and_asks_for_the_same_again() {
    UsageView view =
        new UsageView(
            asked(WEEK).range(), Grouping.CITY, Measure.INGRESS, true, "San José", "name");

    assertThat(view.query())
        .isEqualTo(
            RANGE + "&groupBy=city&measure=ingress&compare=true&text=San+Jos%C3%A9&order=name");
    assertThat(
            asked(
                Map.of(
                    "from", "2026-11-01",
                    "through", "2026-11-07",
                    "groupBy", "city",
                    "measure", "ingress",
                    "compare", "true",
                    "text", " San José ",
                    "order", "name")))
        .isEqualTo(view);
    assertThat(view.parameters(List.of("from", "through", "zone", "granularity", "text")))
        .extracting(UsageView.Parameter::name)
        .containsExactly("groupBy", "measure", "compare", "order");
  }

  @Test
  void connections_are_asked_for_by_turn_key_alone() {
    UsageView byCountry = asked(WEEK).by(Grouping.COUNTRY);

    assertThat(byCountry.of(Measure.CONNECTIONS).grouping()).isEqualTo(Grouping.TURN_KEY);
    assertThat(byCountry.of(Measure.CONNECTIONS).by(Grouping.CITY).measure())
        .isEqualTo(Measure.EGRESS);
    assertThat(asked(Map.of("groupBy", "country", "measure", "connections")).drawn().grouping())
        .isEqualTo(Grouping.TURN_KEY);
  }

  @Test
  void it_is_compared_with_the_range_before_as_far_into_it_as_this_one_is_known() {
    UsageView week = asked(WEEK);

    assertThat(week.before(Instant.parse("2026-11-20T00:00:00Z")))
        .isEqualTo(range("2026-10-25T00:00:00Z", "2026-11-01T00:00:00Z"));
    assertThat(week.before(Instant.parse("2026-11-02T10:15:00Z")))
        .isEqualTo(range("2026-10-25T00:00:00Z", "2026-10-26T10:15:00Z"));
    assertThat(week.before(null)).isEqualTo(range("2026-10-25T00:00:00Z", "2026-11-01T00:00:00Z"));
    assertThat(week.before(week.range().time().start()))
        .isEqualTo(range("2026-10-25T00:00:00Z", "2026-11-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"groupBy,password", "measure,money"})
  void what_is_none_is_refused(String parameter, String value) {
    assertThatThrownBy(() -> asked(Map.of(parameter, value))).isInstanceOf(Rejected.class);
  }

  private UsageView asked(Map<String, String> parameters) {
    return UsageView.asked(parameters::get, ZoneId.of("UTC"), clock);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
