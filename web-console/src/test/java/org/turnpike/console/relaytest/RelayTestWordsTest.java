package org.turnpike.console.relaytest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnpike.relaytest.Leg;
import org.turnpike.relaytest.LegOutcome;

class RelayTestWordsTest {
  private final RelayTestWords words = new RelayTestWords();

  @Test
  void figures_have_their_units_and_what_was_not_told_is_left_out() {
    assertThat(words.figures(leg(20, 5, 1_250))).isEqualTo("20 ms, 0.5 % lost, 1,250 kbit/s");
    assertThat(words.figures(leg(20, 5, null))).isEqualTo("20 ms, 0.5 % lost");
    assertThat(words.figures(leg(null, 70, 900))).isEqualTo("7.0 % lost, 900 kbit/s");
    assertThat(words.figures(leg(null, null, 900))).isEqualTo("900 kbit/s");
    assertThat(words.figures(leg(null, null, null))).isEqualTo("no relay candidate");
  }

  @ParameterizedTest
  @EnumSource(LegOutcome.class)
  void each_outcome_has_words(LegOutcome outcome) {
    assertThat(words.outcome(outcome)).isNotBlank();
    assertThat(words.tone(outcome)).isIn("ok", "warn", "bad", "");
  }

  private static Leg leg(Integer roundTrip, Integer lost, Integer rate) {
    return new Leg(
        Leg.Transport.UDP, LegOutcome.WORKS, roundTrip, lost, rate, "no relay candidate");
  }
}
