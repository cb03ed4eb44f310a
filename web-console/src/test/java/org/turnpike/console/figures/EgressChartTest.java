package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EgressChartTest {
  private final EgressChart chart =
      new EgressChart(
          "Day, UTC",
          List.of("1 Nov", "2 Nov"),
          List.of(series("production", "18.7", "22.1"), series("webinar", "2.6", "3.1")));

  @Test
  void its_table_adds_up_each_bar() {
    assertThat(chart.rows())
        .extracting(EgressChart.Row::label, EgressChart.Row::total)
        .containsExactly(
            tuple("1 Nov", new BigDecimal("21.3")), tuple("2 Nov", new BigDecimal("25.2")));
  }

  @Test
  void it_is_told_in_a_sentence() {
    assertThat(chart.spoken()).isEqualTo("Egress in GB, 1 Nov to 2 Nov, highest 25.200 on 2 Nov");
    assertThat(new EgressChart("Day, UTC", List.of("1 Nov"), List.of()).spoken())
        .isEqualTo("Egress: nothing in this range");
  }

  @Test
  void the_browser_gets_labels_and_figures() {
    assertThat(chart.json())
        .contains("\"bar\"", "\"1 Nov\"", "\"production\"", "18.7", "22.1")
        .doesNotContain("backgroundColor");
  }

  private static EgressChart.Series series(String name, String... gigabytes) {
    return new EgressChart.Series(name, List.of(gigabytes).stream().map(BigDecimal::new).toList());
  }
}
