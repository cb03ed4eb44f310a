package org.turnpike.console.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.console.usage.Statements;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Completeness;
import org.turnpike.world.World;

class StatementCsvTest {
  private final World world = new World();
  private final Tenant tenant = world.samples.tenant("harbour");

  @Test
  void the_last_cell_tells_how_many_hours_of_the_period_are_lost() {
    assertThat(lines(Completeness.UNKNOWN).get(0)).endsWith(",ledger_hash,lost_hours");
    assertThat(lines(Completeness.UNKNOWN).get(1)).endsWith(",0");
    assertThat(lines(holed()).get(1)).endsWith(",10");
  }

  @Test
  void each_statement_is_a_line_of_as_many_cells_as_the_header() {
    assertThat(lines(holed()))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(17));
  }

  private List<String> lines(Completeness completeness) {
    return StatementCsv.table(List.of(Statements.of(world, tenant, 812, completeness)))
        .toString()
        .lines()
        .toList();
  }

  private static Completeness holed() {
    TimeRange hole =
        new TimeRange(Instant.parse("2026-10-31T22:00:00Z"), Instant.parse("2026-11-01T10:00:00Z"));
    return new Completeness(null, null, null, null, List.of(hole));
  }
}
