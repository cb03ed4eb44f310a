package org.turnpike.console.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.Statement;
import org.turnpike.console.usage.Statements;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Completeness;
import org.turnpike.world.World;

class StageTest {
  private final World world = new World();
  private final Stage stage = new Stage(world.clock());
  private final Tenant harbour = world.samples.tenant("harbour");
  private final Statement november = november(Completeness.UNKNOWN);

  @Test
  void an_amount_is_so_far_while_the_period_runs() {
    assertThat(stage.label(november)).isEqualTo("Open");
    assertThat(stage.note(november)).isEqualTo("so far");
  }

  @Test
  void an_ended_period_that_is_not_closed_says_that_its_figures_may_move() {
    world.clock().advance(Duration.ofDays(9));

    assertThat(stage.label(november)).isEqualTo("Ended");
    assertThat(stage.note(november)).isEqualTo("period ended, figures may still move");
  }

  @Test
  void a_period_that_has_ended_is_a_warning_until_all_of_it_is_in() {
    world.clock().advance(Duration.ofDays(9));

    assertThat(stage.isBehind(through("2026-11-30T23:45:00Z"))).isTrue();
    assertThat(stage.tone(through("2026-11-30T23:45:00Z"))).isEqualTo("warn");
    assertThat(stage.isBehind(through("2026-12-01T00:00:00Z"))).isFalse();
    assertThat(stage.tone(through("2026-12-01T11:00:00Z"))).isEqualTo("info");
    assertThat(stage.missing(through("2026-11-30T21:00:00Z"))).isEqualTo("3 hours are missing");
  }

  @Test
  void a_tenant_of_which_nothing_was_ever_read_is_waited_for_once_a_reading_fails() {
    world.clock().advance(Duration.ofDays(9));

    assertThat(stage.tone(november)).isEqualTo("info");
    assertThat(stage.tone(november(new Completeness(null, null, "Cloudflare failed."))))
        .isEqualTo("warn");
  }

  @Test
  void a_period_that_runs_is_a_warning_once_an_hour_is_missing() {
    assertThat(stage.isBehind(through("2026-11-22T11:00:00Z"))).isFalse();
    assertThat(stage.isBehind(through("2026-11-22T10:00:00Z"))).isTrue();
  }

  @Test
  void lost_hours_are_a_warning_for_good() {
    Instant end = Instant.parse("2026-12-01T00:00:00Z");
    TimeRange hole = new TimeRange(Instant.parse("2026-10-31T22:00:00Z"), end.minusSeconds(3600));
    Statement holed = november(new Completeness(end, end, null, null, List.of(hole)));
    world.clock().advance(Duration.ofDays(9));

    assertThat(stage.tone(holed)).isEqualTo("warn");
    assertThat(stage.isBehind(holed)).isFalse();
    assertThat(stage.lost(holed)).isEqualTo("719 hours are lost: Cloudflare forgot them unread");
    assertThat(stage.lost(november)).isEmpty();
  }

  private Statement through(String instant) {
    Instant through = Instant.parse(instant);
    return november(new Completeness(through, through, null));
  }

  private Statement november(Completeness completeness) {
    return Statements.of(world, harbour, 812, completeness);
  }
}
