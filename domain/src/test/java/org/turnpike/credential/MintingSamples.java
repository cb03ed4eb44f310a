package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.credential.MintingHealth.OfTurnKey;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** A node over the ports of a world: what it counts, and how it tells. */
public final class MintingSamples {
  public final Map<String, OfTurnKey> health = new HashMap<>();
  public final AnswerCounts answers = new AnswerCounts();
  public final TellSightings telling;
  private final String server;

  public MintingSamples(World world, String server) {
    this(world, server, world.transactions());
  }

  MintingSamples(World world, String server, Transactions transactions) {
    this.server = server;
    telling =
        new TellSightings(
            () -> health,
            answers,
            world.reserveCounts,
            world.turnKeys(),
            world.sightings(),
            world.tallies(),
            transactions,
            world.clock());
  }

  public void tell() {
    telling.tell(server);
  }

  /** The totals of a TURN key since the node's start. */
  public void saw(TurnKey key, MintingHealth.State state, long minted, long failed, long away) {
    health.put(key.uid(), new OfTurnKey(state, minted, failed, away));
  }

  /** Such a call was answered, so many times. */
  public void answered(Tenant tenant, CredentialGrant.Source source, int times) {
    Instant now = Instant.EPOCH;
    IssueCredentials.Issued issued =
        new IssueCredentials.Issued(List.of(), Duration.ZERO, now, now, null, source);
    for (int i = 0; i < times; i++) {
      answers.counted(tenant.id(), () -> issued);
    }
  }

  /** So many of the key's went into the reserve. */
  public static void ahead(World world, TurnKey key, int times) {
    for (int i = 0; i < times; i++) {
      world.reserveCounts.ahead(key);
    }
  }

  public static SeeMinting seeMinting(World world) {
    return new SeeMinting(
        world.tenants(),
        world.turnKeys(),
        world.sightings(),
        world.tallies(),
        IssuingSamples.sizeReserve(world),
        world.transactions(),
        world.clock());
  }
}
