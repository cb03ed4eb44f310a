package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.World;

/**
 * A node whose lease another one takes, after whichever of its commits, writes nothing any more. In
 * its round there is all that a round can write: usage that is lost, new usage, the open periods
 * again, a settlement, shares, and the pace.
 */
class LostLeaseTest {
  private static final TimeRange EVER = new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST);
  private static final TimeRange PERIOD =
      new TimeRange(Instant.parse("2026-10-10T00:00:00Z"), Instant.parse("2026-11-10T00:00:00Z"));
  private static final Duration LEASE = Duration.ofMinutes(1);

  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOST = Logger.getLogger(ReadUsage.class.getName());

  @BeforeAll
  static void losses_are_meant() {
    LOST.setLevel(Level.OFF);
  }

  @Test
  void nothing_more_is_written_whenever_it_happens() {
    int commits = 0;
    while (new Round().losesItsLeaseAfter(commits + 1)) {
      commits++;
    }
    assertThat(commits).isGreaterThan(20);
  }

  private record Written(
      List<Long> lines,
      List<LostUsage> lost,
      List<TurnKeyId> shares,
      Optional<Settlement> settlement,
      List<String> marks,
      List<CollectionPace> paces) {}

  private static final class Round {
    private final World world = new World();
    private final CloudflareAccount account = world.samples.account(10);
    private final Tenant acme = world.samples.tenant("acme", account);
    private final TurnKey key = world.samples.turnKey(acme);
    private final TurnKey shared = world.samples.sharedKey(account);
    private final CollectUsage collect =
        UsageSamples.collector(world, world.meter, world.settings());

    Round() {
      world.clock().set("2026-08-01T12:00:00Z");
      world.meter.horizon(Duration.ofDays(90), Duration.ofDays(31));
      collect.collect();
      world.clock().set("2026-11-14T12:10:00Z");
      world.meter.relayed(key, "2026-11-05T10:00:00Z", 100, 10);
      world.meter.relayed(key, "2026-11-14T10:00:00Z", 7, 7);
      world.meter.relayed(shared, "anna", "2026-11-14T10:00:00Z", 5, 5);
      world.meter.skew(3, -1);
    }

    /** False if a round has fewer commits. */
    boolean losesItsLeaseAfter(int commits) {
      AtomicInteger left = new AtomicInteger(commits);
      AtomicReference<Written> written = new AtomicReference<>();
      world
          .transactions()
          .afterCommit(
              () -> {
                if (left.decrementAndGet() == 0) {
                  world.clock().advance(LEASE);
                  assertThat(world.leases().take("collect-usage", LEASE)).isPresent();
                  written.set(written());
                }
              });
      Throwable failure = catchThrowable(collect::collect);
      if (left.get() > 0) {
        assertThat(failure).isNull();
        assertThatAllWasWritten();
        return false;
      }
      assertThat(written()).as("after commit %d", commits).isEqualTo(written.get());
      return true;
    }

    private void assertThatAllWasWritten() {
      Written all = written();
      assertThat(all.lines()).hasSize(3);
      assertThat(all.lost()).hasSize(2); // of the shared key too
      assertThat(all.shares()).hasSize(1);
      assertThat(all.settlement()).isPresent();
    }

    private Written written() {
      return world
          .transactions()
          .call(
              Reach.EVERYONE,
              () ->
                  new Written(
                      lines(),
                      world.marks().lost(null),
                      world.turnKeys().shares(shared.id()).stream().map(TurnKey::id).toList(),
                      world.settlements().find(key.id(), PERIOD),
                      world.marks().of(null).stream().map(Round::told).toList(),
                      world.paces().all()));
    }

    private List<Long> lines() {
      return world
          .ledger()
          .records(acme.id(), EVER, new Slice.Request(Slice.MOST, null))
          .map(UsageRecord::posting)
          .items();
    }

    private static String told(CollectionMark mark) {
      return "%s through %s, resettled %s, collected %s, problem %s"
          .formatted(
              mark.turnKey(),
              mark.completeThrough(),
              mark.resettledAt(),
              mark.collectedAt(),
              mark.problem());
    }
  }
}
