package org.turnpike.credentialservice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;

class PagingTest {
  private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

  @Test
  void pages_follow_each_other_until_all_is_seen() {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      Slice<String> page = paging("2", cursor).cut(ALL, item -> item);
      seen.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);

    assertThat(seen).isEqualTo(ALL);
  }

  @Test
  void a_page_that_holds_the_rest_exactly_is_the_last() {
    assertThat(paging("5", null).cut(ALL, item -> item).next()).isNull();
  }

  @Test
  void an_empty_list_is_one_empty_page() {
    assertThat(paging("5", null).cut(List.of(), item -> item))
        .isEqualTo(new Slice<>(List.of(), null));
  }

  @Test
  void fifty_are_asked_for_when_nothing_is_said() {
    assertThat(paging(null, null).request()).isEqualTo(Slice.Request.first());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "x", "", "1.5", "99999999999"})
  void a_limit_that_is_none_is_refused(String limit) {
    assertThatThrownBy(() -> paging(limit, null).request()).isInstanceOf(Rejected.class);
  }

  @Test
  void a_cursor_of_nowhere_is_refused() {
    assertThatThrownBy(() -> paging("2", "z").cut(ALL, item -> item)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> paging("2", "\u0000").request()).isInstanceOf(Rejected.class);
  }

  private static Paging paging(String limit, String cursor) {
    Paging paging = new Paging();
    paging.limit = limit;
    paging.cursor = cursor;
    return paging;
  }
}
