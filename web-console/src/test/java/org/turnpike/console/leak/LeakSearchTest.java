package org.turnpike.console.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.LeakReason;

class LeakSearchTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");

  private final LeakRow small = row("abc123", "production", "1", TEN.plusSeconds(7200), null);
  private final LeakRow large = row("def456", "webinar", "10", TEN, "Anna");
  private final List<LeakRow> newestFirst = List.of(small, large);

  @Test
  void a_username_is_found_by_how_it_begins_and_names_by_any_part() {
    assertThat(found("ABC1", "newest")).containsExactly(small);
    assertThat(found("123", "newest")).isEmpty();
    assertThat(found("binar", "newest")).containsExactly(large);
    assertThat(found("ann", "newest")).containsExactly(large);
  }

  @Test
  void whoever_does_not_see_the_username_finds_it_by_what_is_shown() {
    LeakRow hidden =
        new LeakRow(
            "id",
            LeakReason.EXPIRED,
            "abcdefgh…",
            null,
            "main",
            TEN,
            TEN,
            1,
            BigDecimal.ONE,
            BigDecimal.ONE,
            "q",
            TEN,
            "hash",
            null,
            null);
    assertThat(hidden.isAbout("abcdefgh")).isTrue();
    assertThat(hidden.isAbout("abcdefghi")).isFalse();
  }

  @Test
  void they_are_ordered_by_what_is_asked_for() {
    assertThat(found(null, "newest")).containsExactly(small, large);
    assertThat(found(null, "largest")).containsExactly(large, small);
    assertThat(found(null, "latest")).containsExactly(small, large);
  }

  @Test
  void it_was_used_until_the_end_of_its_last_hour() {
    assertThat(large.end()).isEqualTo("2026-11-22T11:00:00Z");
  }

  private List<LeakRow> found(String text, String order) {
    return new LeakSearch.Question(true, null, text, order).of(newestFirst);
  }

  private static LeakRow row(
      String username, String turnKey, String egress, Instant lastHour, String identifier) {
    LeakRow.Holder holder =
        new LeakRow.Holder("grant", identifier, "backend", "192.0.2.1", TEN, TEN, null);
    return new LeakRow(
        username,
        LeakReason.EXPIRED,
        username,
        username,
        turnKey,
        TEN,
        lastHour,
        1,
        new BigDecimal(egress),
        BigDecimal.ZERO,
        "question",
        TEN,
        "hash",
        null,
        holder);
  }
}
