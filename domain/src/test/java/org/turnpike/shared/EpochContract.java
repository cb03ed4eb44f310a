package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnpike.world.PortContract;

public abstract class EpochContract extends PortContract {
  @Test
  void it_moves_each_time_it_is_advanced_and_not_by_being_looked_at() {
    long start = current();
    run(ports.epoch()::advance);
    run(ports.epoch()::advance);
    assertThat(current()).isEqualTo(start + 2);
    assertThat(current()).isEqualTo(start + 2);
  }

  @Test
  void it_has_moved_for_the_transaction_that_moves_it() {
    long start = current();
    long seen =
        call(
            () -> {
              ports.epoch().advance();
              return ports.epoch().current();
            });
    assertThat(seen).isEqualTo(start + 1);
  }

  private long current() {
    return call(ports.epoch()::current);
  }
}
