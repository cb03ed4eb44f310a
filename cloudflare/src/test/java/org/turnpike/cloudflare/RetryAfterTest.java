package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:07:30Z");
  private static final Duration OTHERWISE = Duration.ofSeconds(7);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | PT2M",
        "Sun, 22 Nov 2026 10:12:30 GMT | PT5M",
        "Sunday, 22-Nov-26 10:12:30 GMT | PT5M",
        "0 | PT1S",
        "Sun, 22 Nov 2026 10:00:00 GMT | PT1S",
        "999999999 | PT1H",
        "Tue, 22 Dec 2026 10:00:00 GMT | PT1H"
      })
  void seconds_and_dates_are_read_and_kept_sane(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, NOW, OTHERWISE)).isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999"})
  void what_cannot_be_read_is_replaced(String header) {
    assertThat(RetryAfter.parse(header, NOW, OTHERWISE)).isEqualTo(OTHERWISE);
  }
}
