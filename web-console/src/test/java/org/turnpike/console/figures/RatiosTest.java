package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.934, 93 %",
    "0.935, 94 %",
    "0.9999, 99 %",
    "1, 100 %",
    "1.204, 120 %",
    ", –"
  })
  void in_per_cent_what_is_nearly_all_is_not_all(BigDecimal ratio, String written) {
    assertThat(Ratios.percent(Optional.ofNullable(ratio))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0123, 0.0123", "0.5000, 0.5", "1.2345, 1.23", "1500, '1,500'", ", –"})
  void for_each_one_few_are_seen_as_few(BigDecimal ratio, String written) {
    assertThat(Ratios.perOne(Optional.ofNullable(ratio))).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1, 3, 33", "3, 3, 100", "7, 3, 100"})
  void a_share_is_at_most_all(long part, long whole, long share) {
    assertThat(Ratios.share(part, whole)).isEqualTo(share);
  }
}
