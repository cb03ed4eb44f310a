package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;
import org.turnpike.world.World;

/** A line has no foreign keys; the sum of its day, written with it, has them. */
class KnownKeysTest {
  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples elsewhere = new Samples(new World());

  @Test
  void a_line_of_a_turn_key_that_is_not_there_is_not_posted() throws SQLException {
    TurnKey unknown = elsewhere.turnKey(elsewhere.tenant("unknown"));
    assertThatThrownBy(() -> UsageSamples.relayed(ports, unknown, "2026-11-22T10:00:00Z", 100, 10))
        .hasStackTraceContaining("violates foreign key constraint \"usage_day_");
    assertThat(
            Rows.query(
                TestDatabase.as("postgres"),
                "SELECT (SELECT count(*) FROM usage_record) || ' lines, ' || posting FROM ledger_head"))
        .containsExactly("0 lines, 0");
  }
}
