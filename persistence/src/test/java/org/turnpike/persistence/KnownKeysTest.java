package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Fields;
import org.turnpike.world.Samples;
import org.turnpike.world.World;

/** A line has no foreign keys; the sum of its day, written with it, has them. */
class KnownKeysTest {
  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final Samples elsewhere = new Samples(new World());

  @Test
  void a_line_of_a_turn_key_that_is_not_there_is_not_posted() throws SQLException {
    TurnKey unknown = elsewhere.turnKey(elsewhere.tenant("unknown"));
    Fields.set(unknown, "tenant", samples.tenant("acme").id());
    assertThatItIsNotPosted(unknown, "usage_day_turn_key_id_fkey");
  }

  @Test
  void nor_one_of_a_tenant_that_is_not_there() throws SQLException {
    TurnKey key = samples.turnKey(samples.tenant("acme"));
    Fields.set(key, "tenant", elsewhere.tenant("unknown").id());
    assertThatItIsNotPosted(key, "usage_day_tenant_id_fkey");
  }

  private void assertThatItIsNotPosted(TurnKey key, String constraint) throws SQLException {
    assertThatThrownBy(() -> UsageSamples.relayed(ports, key, "2026-11-22T10:00:00Z", 100, 10))
        .hasStackTraceContaining("violates foreign key constraint \"" + constraint);
    assertThat(
            Rows.query(
                TestDatabase.as("postgres"),
                "SELECT (SELECT count(*) FROM usage_record) || ' lines, ' || posting FROM"
                    + " ledger_head"))
        .containsExactly("0 lines, 0");
  }
}
