package org.turnpike.console.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.LeakReason;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

class ReasonsTest {
  @Test
  void each_reason_has_words_of_its_own() {
    Reasons reasons = with(Map.of());
    assertThat(Arrays.stream(LeakReason.values()).map(reasons::label)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(LeakReason.values()).map(reasons::meaning)).doesNotHaveDuplicates();
  }

  @Test
  void the_words_hold_the_settings_that_judged() {
    assertThat(with(Map.of()).meaning(LeakReason.REVOKED)).contains("later than 1 h after");
    assertThat(with(Map.of(Setting.LEAKS_TOLERANCE, "PT90M")).meaning(LeakReason.EXPIRED))
        .contains("later than 90 min after");
    assertThat(with(Map.of(Setting.LEAKS_TOLERANCE, "PT2H")).meaning(LeakReason.EXPIRED))
        .contains("later than 2 h after");
    assertThat(with(Map.of(Setting.LEAKS_CREDENTIAL_RATE, "40")).meaning(LeakReason.TOO_MUCH))
        .contains("40 Mbit/s");
  }

  @Test
  void what_is_over_is_not_to_be_revoked() {
    Reasons reasons = with(Map.of());
    assertThat(reasons.advice(LeakReason.TOO_MUCH, true)).contains("Revoke it");
    assertThat(reasons.advice(LeakReason.TOO_MUCH, false)).doesNotContain("Revoke");
  }

  private static Reasons with(Map<Setting, String> values) {
    return new Reasons(new Settings(setting -> Optional.ofNullable(values.get(setting))));
  }
}
