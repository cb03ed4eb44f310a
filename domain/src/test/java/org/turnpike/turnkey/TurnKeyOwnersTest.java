package org.turnpike.turnkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class TurnKeyOwnersTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final TurnKeyOwners owners = new TurnKeyOwners(world.turnKeys(), world.transactions());

  @Test
  void a_key_is_its_tenant_s() {
    assertThat(owners.of(key.uid())).hasValue(acme.id());
    assertThat(owners.of("nobody's")).isEmpty();
  }

  @Test
  void one_added_later_is_found_and_one_known_needs_no_database() {
    TurnKey later = world.samples.turnKey(acme, "later");
    assertThat(owners.of(later.uid())).hasValue(acme.id());
    world.transactions().failNextCommit(new IllegalStateException("the database was asked"));
    assertThat(owners.of(later.uid())).hasValue(acme.id());
  }
}
