package org.turnpike.console.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.turnpike.analytics.LeakReason;
import org.turnpike.analytics.PossibleLeaks.Order;

class LeakSearchTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final LeakRow ROW =
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
          BigDecimal.ZERO,
          "question",
          TEN,
          "hash",
          null,
          null);

  @Test
  void as_many_as_are_shown_are_all_without_a_note() {
    assertThat(more(null, Order.LARGEST, 200, 200)).isNull();
    assertThat(more(null, Order.LARGEST, 0, 0)).isNull();
  }

  @Test
  void a_note_says_how_many_more_fit_and_which_are_shown() {
    assertThat(more(null, Order.LARGEST, 200, 1_234))
        .isEqualTo(
            "200 of 1,234 that fit: those with the most egress."
                + " Search, or choose a reason, to see others.");
    assertThat(more("abc", Order.NEWEST, 200, 201)).startsWith("200 of 201 that fit: the newest.");
    assertThat(more("abc", Order.LATEST, 200, 201)).contains("those used last");
  }

  @Test
  void it_was_used_until_the_end_of_its_last_hour() {
    assertThat(ROW.end()).isEqualTo("2026-11-22T11:00:00Z");
  }

  private static String more(String text, Order order, int shown, long all) {
    LeakSearch search = new LeakSearch();
    search.show(
        new LeakSearch.Question(true, null, text, order),
        new LeakRows.Found(Collections.nCopies(shown, ROW), all));
    return search.more();
  }
}
