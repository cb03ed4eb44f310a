package org.turnpike.console.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.Statement;
import org.turnpike.console.usage.Statements;
import org.turnpike.usage.Completeness;
import org.turnpike.world.World;

class StageTest {
  private final World world = new World();
  private final Stage stage = new Stage(world.clock());
  private final Statement november =
      Statements.of(world, world.samples.tenant("harbour"), 812, Completeness.UNKNOWN);

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
}
