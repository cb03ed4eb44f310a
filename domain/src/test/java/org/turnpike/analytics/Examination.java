package org.turnpike.analytics;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantSamples;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.World;

/** A tenant whose one TURN key, made at noon of 22 November, is examined for possible leaks. */
final class Examination {
  final World world = new World();
  final FakeUsernameMeter meter = new FakeUsernameMeter();
  final Tenant tenant = world.samples.tenant("acme");
  final TurnKey key = world.samples.turnKey(tenant);
  final ApiKey apiKey = world.samples.apiKey(tenant.id(), Scope.CREDENTIALS);

  FindLeaks find() {
    return new FindLeaks(
        world.turnKeys(),
        world.accounts(),
        meter,
        new NoteLeaks(world.grants(), world.leaks(), world.settings(), world.clock()),
        world.leaks(),
        world.ledger(),
        world.marks(),
        world.leases(),
        world.transactions(),
        world.settings(),
        world.clock());
  }

  /** For an hour from now on. */
  CredentialGrant grant(String username) {
    return GrantSamples.add(world, apiKey, key, username, "anna");
  }

  /** In the ledger, and at Cloudflare by username. */
  void relayed(String hour, String username, long egress) {
    relayed(hour, username, egress, 0);
  }

  void relayed(String hour, String username, long egress, long ingress) {
    UsageSamples.relayed(world, key, hour, egress, ingress);
    meter.relayed(key, hour, username, egress, ingress);
  }

  /** The clock is there, and so is the ledger. */
  void examineAt(String instant) {
    world.clock().set(instant);
    UsageSamples.readThrough(world, key, instant);
    find().find();
  }

  /** All of the tenant's, oldest first. */
  List<PossibleLeak> leaks() {
    PossibleLeaks.Question all = new PossibleLeaks.Question(tenant.id(), null, null);
    List<PossibleLeak> newestFirst =
        world
            .transactions()
            .call(Reach.EVERYONE, () -> world.leaks().find(all, new Slice.Request(200, null)))
            .items();
    return newestFirst.stream().sorted(Comparator.comparing(leak -> leak.id().toString())).toList();
  }

  List<PossibleLeak> open(String... usernames) {
    return world
        .transactions()
        .call(Reach.EVERYONE, () -> world.leaks().open(key.id(), Set.of(usernames)));
  }

  String examinedThrough() {
    return String.valueOf(
        world
            .transactions()
            .call(
                Reach.EVERYONE,
                () -> world.leaks().examinedThrough(Set.of(key.id())).get(key.id())));
  }
}
