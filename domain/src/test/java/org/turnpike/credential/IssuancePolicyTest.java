package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class IssuancePolicyTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey older = world.samples.turnKey(acme, "older");
  private final TurnKey newer = newer();

  private TurnKey newer() {
    world.clock().advance(Duration.ofDays(1));
    return world.samples.turnKey(acme, "newer");
  }

  @Test
  void the_newest_active_key_mints() {
    assertThat(IssuancePolicy.choose(acme, List.of(older, newer))).isSameAs(newer);
    assertThat(IssuancePolicy.choose(acme, List.of(newer, older))).isSameAs(newer);
  }

  @Test
  void a_key_that_drains_or_is_retired_mints_no_more() {
    newer.drain(world.clock().instant());
    assertThat(IssuancePolicy.choose(acme, List.of(newer, older))).isSameAs(older);
    older.retire(world.clock().instant());
    assertRefused(
        Rejected.Reason.CONFLICT, () -> IssuancePolicy.choose(acme, List.of(newer, older)));
  }

  @Test
  void without_a_key_nothing_is_minted() {
    assertRefused(Rejected.Reason.CONFLICT, () -> IssuancePolicy.choose(acme, List.of()));
  }

  @Test
  void a_tenant_suspended_or_closed_gets_nothing() {
    for (Tenant.Status status : List.of(Tenant.Status.SUSPENDED, Tenant.Status.CLOSED)) {
      TenantSamples.become(world, acme, status);
      Tenant now = world.transactions().call(() -> world.tenants().find(acme.id()).orElseThrow());
      assertRefused(
          Rejected.Reason.FORBIDDEN, () -> IssuancePolicy.choose(now, List.of(older, newer)));
    }
  }
}
