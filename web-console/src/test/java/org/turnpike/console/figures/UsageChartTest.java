package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageChartTest {
  private final UsageChart chart =
      new UsageChart(
          Measure.EGRESS,
          "Day, UTC",
          List.of("1 Nov", "2 Nov"),
          List.of(series("production", "18.7", "22.1"), series("webinar", "2.6", "3.1")));

  @Test
  void its_table_adds_up_each_bar() {
    assertThat(chart.rows())
        .extracting(UsageChart.Row::label, UsageChart.Row::total)
        .containsExactly(
            tuple("1 Nov", new BigDecimal("21.3")), tuple("2 Nov", new BigDecimal("25.2")));
  }

  @Test
  void it_is_told_in_a_sentence() {
    assertThat(chart.spoken()).isEqualTo("Egress in GB, 1 Nov to 2 Nov, highest 25.200 on 2 Nov");
    assertThat(new UsageChart(Measure.EGRESS, "Day, UTC", List.of("1 Nov"), List.of()).spoken())
        .isEqualTo("Egress: nothing in this range");
  }

  @Test
  void the_browser_gets_labels_and_figures() {
    assertThat(chart.json())
        .contains("\"bar\"", "\"1 Nov\"", "\"production\"", "18.7", "22.1")
        .doesNotContain("backgroundColor");
  }

  @Test
  void connections_are_counted_and_drawn_without_a_unit() {
    UsageChart connections =
        new UsageChart(
            Measure.CONNECTIONS, "Day, UTC", List.of("1 Nov"), List.of(series("main", "3.25")));

    assertThat(connections.spoken())
        .isEqualTo("Mean connections, 1 Nov to 1 Nov, highest 3.3 on 1 Nov");
    assertThat(connections.measure().extender()).isNotEqualTo(chart.measure().extender());
  }

  private static UsageChart.Series series(String name, String... gigabytes) {
    return new UsageChart.Series(name, List.of(gigabytes).stream().map(BigDecimal::new).toList());
  }
}
