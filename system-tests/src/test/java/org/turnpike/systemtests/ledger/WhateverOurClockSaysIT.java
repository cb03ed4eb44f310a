package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.usage.UsageWindow;

/**
 * Our clock is off by an hour, and bytes still belong to the window and the month they flowed in.
 */
class WhateverOurClockSaysIT {
  private static final Instant END_OF_MONTH = Instant.parse("2026-11-30T22:10:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

  private static final Duration RETENTION = Duration.ofDays(6);

  private final Bare bare = Bare.unbroken(Rules.limits(RETENTION, Duration.ofDays(31)));

  @AfterEach
  void stop() {
    bare.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1H", "PT1H"})
  void each_byte_is_in_its_window_and_its_month_at_each_moment(Duration ahead) {
    bare.set(END_OF_MONTH);
    bare.skew(ahead);
    MeteredKey key = bare.key("acme", END_OF_MONTH.minus(Duration.ofDays(2)));
    for (int round = 0; round < 9; round++) {
      bare.collect();
      bare.assertTrue();
      bare.assertAllRead();
      bare.pass(Duration.ofMinutes(31));
    }
    Kept kept = bare.kept(key);
    assertThat(parts(kept.lines().headMap(DECEMBER).values())).containsOnly("usage_record_2026_11");
    assertThat(parts(kept.lines().tailMap(DECEMBER).values())).containsOnly("usage_record_2026_12");

    bare.skew(Duration.ZERO);

    bare.pass(Duration.ofHours(1)); // what our clock was ahead, the watermark is
    bare.collect();
    bare.assertTrue();
    bare.assertTrueInTheEnd();
  }

  private static List<String> parts(Collection<List<Kept.Line>> windows) {
    assertThat(windows).isNotEmpty();
    return windows.stream().flatMap(List::stream).map(Kept.Line::part).toList();
  }

  /** On a window's border and off it: nothing older than that may be asked for. */
  @ParameterizedTest
  @CsvSource({
    "PT-1H, 2026-11-18T12:00:00Z",
    "PT-1H, 2026-11-18T12:07:30Z",
    "PT1H, 2026-11-18T12:07:30Z"
  })
  void a_key_that_is_new_to_us_is_read_back_to_the_oldest_that_cloudflare_shows(
      Duration ahead, Instant now) {
    bare.set(now);
    bare.skew(ahead);
    Instant oldest = UsageWindow.ceiling(now.minus(RETENTION)).plus(Duration.ofHours(2));
    MeteredKey key = bare.key("acme", oldest.minus(Duration.ofDays(1)));
    bare.collect();
    assertThat(bare.kept(key).through()).isEqualTo(bare.newest());
    assertThat(bare.kept(key).volumes().tailMap(oldest))
        .isEqualTo(bare.truth(key).settled().subMap(oldest, bare.newest()));
  }
}
