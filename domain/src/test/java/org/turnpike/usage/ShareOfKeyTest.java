package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** A TURN key that tenants share is read one custom identifier at a time. */
class ShareOfKeyTest {
  private static final TimeRange EVER = new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST);

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final TurnKey shared = world.samples.sharedKey(account);
  private final CollectUsage collector =
      UsageSamples.collector(world, world.meter, world.settings());

  @Test
  void an_identifier_that_is_seen_gets_a_share_and_is_read_from_the_oldest_data() {
    world.meter.relayed(shared, "acme", "2026-11-22T10:00:00Z", 5, 1);
    world.meter.relayed(shared, "acme", "2026-09-01T10:00:00Z", 100, 10);
    collector.collect();
    assertThat(shares()).extracting(TurnKey::identifier).containsExactly("acme");
    collector.collect();
    assertThat(total(shares().get(0))).isEqualTo(RelayedVolume.ofBytes(105, 11));
  }

  @Test
  void one_question_asks_of_one_identifier() {
    world.meter.relayed(shared, "acme", "2026-11-22T10:00:00Z", 5, 1);
    world.meter.relayed(shared, "beta", "2026-11-22T10:00:00Z", 7, 1);
    collector.collect();
    world.meter.forgetQuestions();
    collector.collect();
    assertThat(world.meter.questions().stream().map(FakeUsageMeter.Question::key).distinct())
        .containsExactlyInAnyOrderElementsOf(shares().stream().map(TurnKey::id).toList());
  }

  @Test
  void who_is_seen_again_keeps_the_share() {
    for (int day = 0; day < 3; day++) {
      world.meter.relayed(shared, "acme", "2026-11-2" + (2 + day) + "T10:00:00Z", 5, 1);
      collector.collect();
      world.clock().advance(Duration.ofDays(1));
    }
    collector.collect();
    assertThat(shares()).hasSize(1);
    assertThat(total(shares().get(0))).isEqualTo(RelayedVolume.ofBytes(15, 3));
  }

  @Test
  void the_shared_key_itself_has_no_line_and_no_settlement() {
    world.meter.relayed(shared, "acme", "2026-10-31T10:00:00Z", 5, 1);
    collector.collect();
    collector.collect();
    world.clock().advance(Duration.ofDays(10));
    collector.collect();
    collector.collect();
    assertThat(total(shared)).isEqualTo(RelayedVolume.NONE);
    assertThat(world.meter.sums())
        .isNotEmpty()
        .allMatch(question -> question.key().equals(shares().get(0).id()));
  }

  @Test
  void who_has_another_owner_since_the_round_began_is_posted_to_that_one() {
    world.meter.relayed(shared, "acme", "2026-11-22T10:00:00Z", 5, 1);
    collector.collect();
    TurnKey acme = shares().get(0);
    Tenant tenant = world.samples.tenant("acme", account);
    world.meter.whileReading(
        () ->
            world
                .transactions()
                .run(
                    Reach.EVERYONE,
                    () ->
                        UsageSamples.transferring(world)
                            .transfer(
                                world.turnKeys().find(acme.id()).orElseThrow(),
                                tenant.id(),
                                new RuleId(acme.id().value()))));
    collector.collect();
    assertThat(UsageSamples.total(world, tenant)).isEqualTo(RelayedVolume.ofBytes(5, 1));
  }

  @Test
  void one_that_is_ended_is_read_up_to_its_end_with_shares_that_show_late() {
    world.meter.relayed(shared, "acme", "2026-11-22T10:00:00Z", 5, 1);
    collector.collect();
    world
        .transactions()
        .run(
            () -> {
              world.turnKeys().find(shared.id()).orElseThrow().retire(world.clock().instant());
              shares().forEach(share -> share.retire(world.clock().instant()));
            });
    world.meter.relayed(shared, "late", "2026-11-22T11:45:00Z", 3, 1);
    world.meter.relayed(shared, "acme", "2026-11-22T12:30:00Z", 100, 100);
    world.meter.relayed(shared, "later", "2026-11-22T12:30:00Z", 100, 100);
    for (int hour = 0; hour < 3; hour++) {
      world.clock().advance(Duration.ofHours(1));
      collector.collect();
    }
    assertThat(shares()).extracting(TurnKey::identifier).containsExactly("acme", "late");
    assertThat(total(shares().get(0))).isEqualTo(RelayedVolume.ofBytes(5, 1));
    assertThat(total(shares().get(1))).isEqualTo(RelayedVolume.ofBytes(3, 1));
    assertThat(shares()).extracting(TurnKey::state).containsOnly(TurnKey.State.RETIRED);
  }

  private List<TurnKey> shares() {
    return world.transactions().call(() -> world.turnKeys().shares(shared.id()));
  }

  private RelayedVolume total(TurnKey key) {
    return world.transactions().call(Reach.EVERYONE, () -> world.ledger().total(key.id(), EVER));
  }
}
