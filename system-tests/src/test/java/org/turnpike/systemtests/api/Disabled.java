package org.turnpike.systemtests.api;

import java.util.Locale;
import java.util.Map;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** What may be disabled while a credential is being minted. */
enum Disabled {
  TURN_KEY {
    @Override
    void disable(Joining at) {
      at.operator().delete(at.address() + "/turn-keys/" + at.turnKey().id()).expectNothing(204);
    }

    @Override
    Api enable(Joining at) {
      at.tenant().createKey("another");
      return at.backend();
    }
  },
  TENANT {
    @Override
    void disable(Joining at) {
      at.operator().patch(at.address(), Map.of("status", "suspended")).expect(200);
    }

    @Override
    Api enable(Joining at) {
      at.operator().patch(at.address(), Map.of("status", "active")).expect(200);
      return at.backend();
    }
  },
  API_KEY {
    @Override
    void disable(Joining at) {
      at.operator().delete(at.address() + "/api-keys/" + at.apiKey()).expectNothing(204);
    }

    @Override
    Api enable(Joining at) {
      return at.tenant().api("credentials");
    }
  };

  abstract void disable(Joining at);

  /** Another in its place, or the same again; says how the API is called from then on. */
  abstract Api enable(Joining at);

  /** A tenant of whom one is disabled, with everything that it takes to get credentials. */
  Joining tenant(World world, String why) {
    TestTenant tenant =
        TestTenant.added(
            world, "Disabled " + name().replace('_', ' ').toLowerCase(Locale.ROOT) + " " + why);
    return Joining.of(tenant);
  }
}
