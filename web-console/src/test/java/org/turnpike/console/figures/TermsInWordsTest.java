package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.tenant.CallLimit;
import org.turnpike.tenant.TtlBounds;

class TermsInWordsTest {
  @ParameterizedTest
  @CsvSource({
    "86400, 24 h",
    "172800, 48 h",
    "5400, 1 h 30 min",
    "600, 10 min",
    "61, 1 min 1 s",
    "3601, 1 h 1 s"
  })
  void seconds_are_told_in_the_units_people_use(String seconds, String words) {
    assertThat(TermsInWords.life(seconds)).isEqualTo(words);
    assertThat(TermsInWords.life(Integer.valueOf(seconds))).isEqualTo(words);
  }

  @Test
  void what_is_no_number_yet_is_told_as_nothing() {
    for (Object typed : new Object[] {null, "", "x", "-1", "1.5", "1234567890"}) {
      assertThat(TermsInWords.life(typed)).isEmpty();
    }
  }

  @Test
  void a_shortest_life_is_told_where_there_is_one() {
    assertThat(TermsInWords.bounds(TtlBounds.ANY)).isEqualTo("up to 48 h");
    assertThat(TermsInWords.bounds(new TtlBounds(600, 86_400, null))).isEqualTo("10 min to 24 h");
  }

  @Test
  void a_limit_is_told_with_the_burst_that_counts() {
    assertThat(TermsInWords.calls(null)).isEqualTo("as often as it likes");
    assertThat(TermsInWords.calls(new CallLimit(6_000, null)))
        .isEqualTo("6,000 a minute, 1,000 at once");
  }
}
