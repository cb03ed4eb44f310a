package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class SettlementsContract extends PortContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final TimeRange OCTOBER =
      new TimeRange(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"));
  private static final TimeRange OF_THE_TENTH =
      new TimeRange(Instant.parse("2026-10-10T00:00:00Z"), Instant.parse("2026-11-10T00:00:00Z"));

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey ours = samples.turnKey(acme);

  @Test
  void the_latest_of_a_key_and_period_is_kept() {
    assertThat(call(() -> ports.settlements().find(ours.id(), OCTOBER))).isEmpty();
    Settlement first = settlement(OCTOBER, 100, NOON);
    Settlement second = settlement(OCTOBER, Long.MAX_VALUE, NOON.plusSeconds(1));
    Settlement another = settlement(OF_THE_TENTH, 3, NOON);
    run(() -> ports.settlements().put(first));
    run(() -> ports.settlements().put(another));
    assertThat(call(() -> ports.settlements().find(ours.id(), OCTOBER))).contains(first);
    run(() -> ports.settlements().put(second));
    assertThat(call(() -> ports.settlements().find(ours.id(), OCTOBER))).contains(second);
    assertThat(call(() -> ports.settlements().find(ours.id(), OF_THE_TENTH))).contains(another);
  }

  @Test
  void it_is_out_of_another_tenant_s_reach() {
    Settlement settled = settlement(OCTOBER, 100, NOON);
    run(() -> ports.settlements().put(settled));
    Reach theirs = new Reach(Set.of(other.id()));
    assertThat(
            ports.transactions().call(theirs, () -> ports.settlements().find(ours.id(), OCTOBER)))
        .isEmpty();
    assertThatThrownBy(
            () ->
                ports
                    .transactions()
                    .run(theirs, () -> ports.settlements().put(settlement(OF_THE_TENTH, 1, NOON))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> ports.transactions().call(() -> ports.settlements().find(ours.id(), OCTOBER)))
        .hasMessageContaining("usage is out of reach");
  }

  private Settlement settlement(TimeRange period, long egress, Instant at) {
    return new Settlement(ours.id(), acme.id(), period, RelayedVolume.ofBytes(egress, 1), at);
  }
}
