package org.turnpike.console.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {
  @ParameterizedTest
  @CsvSource({
    "112, 100, 12 % more",
    "92.4, 100, 8 % less",
    "100.4, 100, less than 1 % more",
    "99.6, 100, less than 1 % less",
    "100.0, 100, the same",
    "0, 100, 100 % less",
    "5000, 2, '249,900 % more'",
    "7, 0, nothing before",
    "0, 0, 'nothing, as before'"
  })
  void it_is_said_in_words(BigDecimal now, BigDecimal before, String words) {
    assertThat(Change.of(now, before)).isEqualTo(words);
  }

  @Test
  void what_is_not_known_is_not_compared() {
    assertThat(Change.of(BigDecimal.ONE, null)).isEqualTo("–");
  }
}
