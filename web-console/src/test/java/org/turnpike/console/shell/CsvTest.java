package org.turnpike.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void lines_end_as_the_standard_says_and_nothing_is_an_empty_cell() {
    Csv table = new Csv("a", "b").row("x", null).row(1, new BigDecimal("0.05"));

    assertThat(table).hasToString("a,b\r\nx,\r\n1,0.05\r\n");
  }

  @Test
  void commas_quotes_and_line_breaks_are_quoted() {
    assertThat(new Csv("a").row("Smith, \"Jo\"\nLtd"))
        .hasToString("a\r\n\"Smith, \"\"Jo\"\"\nLtd\"\r\n");
  }

  @Test
  void a_name_never_becomes_a_formula() {
    assertThat(new Csv("a").row("=1+1").row("@SUM(A1)").row("+49").row("-1"))
        .hasToString("a\r\n'=1+1\r\n'@SUM(A1)\r\n'+49\r\n'-1\r\n");
  }

  @Test
  void a_negative_number_stays_a_number() {
    assertThat(new Csv("a").row(-5L)).hasToString("a\r\n-5\r\n");
  }
}
