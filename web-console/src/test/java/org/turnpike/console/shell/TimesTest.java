package org.turnpike.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.world.ManualClock;

class TimesTest {
  private final ManualClock clock = new ManualClock();
  private final Look inBerlin =
      new Look(Requests.asking(Map.of(), new Cookie("turnpike-zone", "Europe%2FBerlin")));
  private final Times times = new Times(inBerlin, clock);

  @Test
  void times_are_the_persons_own_and_the_zone_is_said() {
    assertThat(times.minute(Instant.parse("2026-11-22T23:30:00Z"))).isEqualTo("23 Nov 2026, 00:30");
    assertThat(times.zone()).isEqualTo("CET");
  }

  @Test
  void the_stamp_is_short_about_today_and_exact_about_other_days() {
    assertThat(times.stamp(clock.instant(), clock.instant().minus(Duration.ofMinutes(15))))
        .isEqualTo("As of 13:00 CET · complete through 12:45");
    assertThat(times.stamp(clock.instant(), Instant.parse("2026-11-20T10:00:00Z")))
        .isEqualTo("As of 13:00 CET · complete through 20 Nov 2026, 11:00");
  }

  @Test
  void before_the_first_reading_the_stamp_says_so() {
    assertThat(times.stamp(null, null)).isEqualTo("No usage has been read yet");
  }

  @Test
  void usage_is_behind_after_an_hour() {
    assertThat(times.behind(clock.instant().minus(Duration.ofMinutes(59)))).isFalse();
    assertThat(times.behind(clock.instant().minus(Duration.ofMinutes(60)))).isTrue();
    assertThat(times.behind(null)).isTrue();
  }

  @Test
  void how_long_ago_is_told_in_the_largest_unit_that_fits() {
    assertThat(ago(Duration.ofSeconds(59))).isEqualTo("just now");
    assertThat(ago(Duration.ofMinutes(59))).isEqualTo("59 min ago");
    assertThat(ago(Duration.ofHours(47))).isEqualTo("47 h ago");
    assertThat(ago(Duration.ofDays(12))).isEqualTo("12 days ago");
    assertThat(times.ago(null)).isEqualTo("–");
  }

  @Test
  void how_much_is_left_is_told_alike() {
    assertThat(left(Duration.ofSeconds(59))).isEqualTo("less than a minute left");
    assertThat(left(Duration.ofMinutes(59))).isEqualTo("59 min left");
    assertThat(left(Duration.ofHours(47))).isEqualTo("47 h left");
    assertThat(left(Duration.ofDays(2))).isEqualTo("2 days left");
  }

  private String left(Duration rest) {
    return times.left(clock.instant().plus(rest));
  }

  private String ago(Duration past) {
    return times.ago(clock.instant().minus(past));
  }
}
