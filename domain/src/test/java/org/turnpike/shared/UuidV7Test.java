package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void ids_sort_by_the_time_they_were_made() {
    String earlier = UuidV7.at(NOW).toString();
    String later = UuidV7.at(NOW.plusMillis(1)).toString();
    assertThat(later).isGreaterThan(earlier);
    assertThat(UuidV7.at(NOW).version()).isEqualTo(7);
    assertThat(UuidV7.at(NOW).variant()).isEqualTo(2);
  }

  @Test
  void ids_of_one_millisecond_sort_in_the_order_they_were_made() {
    List<String> ids = Stream.generate(() -> UuidV7.at(NOW).toString()).limit(10_000).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }
}
