package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

/** What Cloudflare keeps no longer, or not much longer. */
class LostUsageTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(ReadUsage.class.getName());
  private static final Logger ROUNDS = Logger.getLogger(CollectUsage.class.getName());

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final Tenant acme = world.samples.tenant("acme", account);
  private final TurnKey key = world.samples.turnKey(acme);
  private final CollectUsage collect = UsageSamples.collector(world, world.meter, world.settings());
  private final SeeCollection see =
      new SeeCollection(
          world.turnKeys(),
          world.marks(),
          world.paces(),
          world.ledger(),
          world.transactions(),
          world.settings(),
          world.clock());

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
    ROUNDS.setLevel(Level.OFF);
  }

  @Test
  void after_a_break_longer_than_the_retention_the_hole_is_a_fact_and_it_goes_on_behind_it() {
    collect.collect();
    world.clock().advance(Duration.ofDays(100));
    world.meter.forgetQuestions();
    world.meter.relayed(key, "2026-11-22T11:45:00Z", 20, 5);
    collect.collect();
    Instant oldest = Instant.parse("2026-12-02T13:00:00Z"); // 90 days, less an hour
    assertThat(lost())
        .containsExactly(
            new LostUsage(
                key.id(),
                acme.id(),
                new TimeRange(Instant.parse("2026-11-22T11:45:00Z"), oldest),
                world.clock().instant()));
    assertThat(world.meter.questions().get(0).range().start()).isEqualTo(oldest);
    assertThat(state().missing()).isEmpty();
    assertThat(state().lost()).isEqualTo(lost());
    collect.collect();
    assertThat(lost()).hasSize(1);
  }

  @Test
  void while_cloudflare_cannot_be_read_the_hole_grows_without_being_told_twice() {
    collect.collect();
    world.clock().advance(Duration.ofDays(100));
    world.meter.refuse(key.id());
    collect.collect();
    world.clock().advance(Duration.ofDays(1));
    collect.collect();
    assertThat(lost())
        .extracting(LostUsage::range)
        .containsExactly(
            range("2026-11-22T11:45:00Z", "2026-12-02T13:00:00Z"),
            range("2026-12-02T13:00:00Z", "2026-12-03T13:00:00Z"));
  }

  @Test
  void a_key_read_for_the_first_time_has_lost_nothing_and_claims_nothing_before() {
    collect.collect();
    assertThat(lost()).isEmpty();
    assertThat(state().fetched()).contains(range("2026-08-24T13:00:00Z", "2026-11-22T11:45:00Z"));
    world.clock().advance(Duration.ofDays(1));
    collect.collect();
    assertThat(state().fetched()).contains(range("2026-08-24T13:00:00Z", "2026-11-23T11:45:00Z"));
  }

  @Test
  void what_is_missing_says_for_how_many_days_cloudflare_keeps_it() {
    assertThat(state().fetched()).isEmpty();
    assertThat(state().missing()).isEmpty();
    assertThat(state().goneAt()).isEmpty();
    collect.collect();
    assertThat(state().missing()).isEmpty();
    assertThat(state().goneAt()).isEmpty();
    world.clock().advance(Duration.ofHours(40));
    assertThat(state().missing()).contains(range("2026-11-22T11:45:00Z", "2026-11-24T03:45:00Z"));
    assertThat(state().goneAt()).contains(Instant.parse("2027-02-20T11:45:00Z"));
    assertThat(state().daysLeft(world.clock().instant())).contains(88L);
  }

  @Test
  void it_is_for_operators() {
    for (var caller : List.of(Callers.finance(), Callers.adminOf(acme), Callers.viewerOf(acme))) {
      assertRefused(Rejected.Reason.FORBIDDEN, () -> see.keys(caller));
    }
  }

  private CollectionState state() {
    return see.keys(Callers.operator()).get(0);
  }

  private List<LostUsage> lost() {
    return world.transactions().call(() -> world.marks().lost(null));
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }
}
