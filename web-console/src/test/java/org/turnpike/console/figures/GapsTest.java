package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Completeness;

class GapsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final TimeRange NOVEMBER = range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");

  @Test
  void an_hour_is_missed_once_it_has_been_over_for_an_hour() {
    assertThat(missing("2026-11-22T11:00:00Z")).isEmpty();
    assertThat(missing("2026-11-22T10:00:00Z")).isEqualTo("1 hour is missing");
    assertThat(missing("2026-11-01T00:00:00Z")).isEqualTo("515 hours are missing");
  }

  @Test
  void what_was_never_read_is_not_counted() {
    assertThat(Gaps.of(NOVEMBER, Completeness.UNKNOWN, NOON).any()).isFalse();
  }

  @Test
  void what_is_lost_is_told_as_far_as_it_lies_in_the_range() {
    assertThat(lost("2026-10-31T22:00:00Z", "2026-11-01T10:00:00Z"))
        .isEqualTo("10 hours are lost: Cloudflare forgot them unread");
    assertThat(lost("2026-11-05T10:00:00Z", "2026-11-05T10:15:00Z"))
        .isEqualTo("1 hour is lost: Cloudflare forgot it unread");
    assertThat(lost("2026-10-31T22:00:00Z", "2026-11-01T00:00:00Z")).isEmpty();
  }

  private static String missing(String through) {
    Instant read = Instant.parse(through);
    return Gaps.of(NOVEMBER, new Completeness(NOON, read, null), NOON).missingInWords();
  }

  private static String lost(String start, String end) {
    Completeness holed = new Completeness(NOON, NOON, null, null, List.of(range(start, end)));
    Gaps gaps = Gaps.of(NOVEMBER, holed, NOON);
    assertThat(gaps.any()).isEqualTo(!gaps.lostInWords().isEmpty());
    return gaps.lostInWords();
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
