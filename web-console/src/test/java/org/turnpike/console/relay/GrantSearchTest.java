package org.turnpike.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Slice;

class GrantSearchTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final GrantRow ROW =
      new GrantRow("id", "alice", "reserve", "main", "backend", "::1", NOON, NOON, null);

  private final GrantSearch search = new GrantSearch();

  @Test
  void it_begins_with_whatever_is_live() {
    assertThat(search.question()).isEqualTo(new GrantSearch.Question(null, true, null));
    assertThat(search.rows()).isEmpty();
  }

  @Test
  void asking_for_those_that_ended_keeps_the_identifier_and_starts_with_the_newest() {
    assertThat(new GrantSearch.Question("alice", true, "cursor").whetherLiveOrNot())
        .isEqualTo(new GrantSearch.Question("alice", false, null));
  }

  @Test
  void it_outlives_a_session_that_moves_to_another_node() throws Exception {
    GrantSearch.Question asked = new GrantSearch.Question("alice", false, "cursor");
    search.show(asked, new Slice<>(List.of(ROW), "older"));

    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(written)) {
      out.writeObject(search);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()))) {
      GrantSearch moved = (GrantSearch) in.readObject();
      assertThat(moved.question()).isEqualTo(asked);
      assertThat(moved.rows()).containsExactly(ROW);
      assertThat(moved.older()).isEqualTo("older");
    }
  }
}
