package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class TransactionsContract extends PortContract {
  @Test
  void what_a_transaction_did_is_there_for_the_next() {
    run(() -> ports.epoch().advance());
    assertThat(epoch()).isEqualTo(1);
  }

  @Test
  void nothing_is_kept_when_it_throws_and_the_exception_comes_through_as_it_is() {
    Rejected refusal = Rejected.conflict("No.");
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      ports.epoch().advance();
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(epoch()).isZero();
  }

  @Test
  void one_within_another_is_the_same() {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      run(() -> ports.epoch().advance());
                      throw new IllegalStateException("later");
                    }))
        .hasMessage("later");
    assertThat(epoch()).isZero();
  }

  @Test
  void an_entity_found_is_written_back_as_it_was_left() {
    Tenant acme = samples.tenant("acme");
    TurnKey key = samples.turnKey(acme);
    run(() -> ports.turnKeys().find(key.id()).orElseThrow().drain(ports.clock().instant()));
    assertThat(call(() -> ports.turnKeys().find(key.id()).orElseThrow()).state())
        .isEqualTo(TurnKey.State.DRAINING);
  }

  @Test
  void what_is_done_to_an_entity_outside_of_one_is_not_kept() {
    TurnKey key = samples.turnKey(samples.tenant("acme"));
    call(() -> ports.turnKeys().find(key.id()).orElseThrow()).drain(ports.clock().instant());
    assertThat(call(() -> ports.turnKeys().find(key.id()).orElseThrow()).state())
        .isEqualTo(TurnKey.State.ACTIVE);
  }

  private long epoch() {
    return call(ports.epoch()::current);
  }
}
