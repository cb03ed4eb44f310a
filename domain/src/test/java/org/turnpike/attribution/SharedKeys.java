package org.turnpike.attribution;

import java.util.Optional;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.CollectUsage;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.World;

/** A shared TURN key, two tenants who use it, and what is done with its usage. */
final class SharedKeys {
  final World world = new World();
  final CloudflareAccount account = world.samples.account();
  final Tenant acme = world.samples.tenant("acme", account);
  final Tenant beta = world.samples.tenant("beta", account);
  final TurnKey shared = world.samples.sharedKey(account);
  final AttributeUsage attribute =
      new AttributeUsage(
          world.attributionRules(),
          world.turnKeys(),
          world.tenants(),
          UsageSamples.transferring(world),
          world.audit(),
          world.transactions(),
          world.clock());
  final WriteOffUsage writeOff =
      new WriteOffUsage(
          world.unattributed(),
          world.turnKeys(),
          world.audit(),
          world.transactions(),
          world.clock());
  private final CollectUsage collector =
      UsageSamples.collector(world, world.meter, world.settings());

  /** A round finds new identifiers, the next one reads their usage. */
  void collect() {
    collector.collect();
    collector.collect();
  }

  TurnKey share(String identifier) {
    return find(identifier).orElseThrow();
  }

  Optional<TurnKey> find(String identifier) {
    return world.transactions().call(() -> world.turnKeys().shares(shared.id())).stream()
        .filter(share -> identifier.equals(share.identifier()))
        .findFirst();
  }

  /** What a tenant has of all shares together. */
  RelayedVolume of(Tenant tenant) {
    return UsageSamples.total(world, tenant);
  }
}
