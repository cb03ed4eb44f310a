package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;

class TimeToLiveTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 86_400, 172_800})
  void up_to_48_hours_can_be_asked_for(int seconds) {
    assertThat(new TimeToLive(seconds).duration()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 172_801, 864_000, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void anything_else_is_refused_naming_the_field(int seconds) {
    assertThatThrownBy(() -> new TimeToLive(seconds))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.errors().get(0).field()).isEqualTo("ttl"));
  }

  @Test
  void who_asks_for_none_gets_a_day() {
    assertThat(TimeToLive.USUAL.duration()).isEqualTo(Duration.ofDays(1));
  }
}
