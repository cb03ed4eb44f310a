package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** A period that is over is brought to the one sum that Cloudflare gives of it. */
class SettleUsageTest {
  private static final String WITHIN = "2026-11-05T10:00:00Z";
  private static final String LAST_WINDOW = "2026-11-09T23:45:00Z";
  private static final TimeRange PERIOD =
      new TimeRange(Instant.parse("2026-10-10T00:00:00Z"), Instant.parse("2026-11-10T00:00:00Z"));

  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(CollectUsage.class.getName());

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account(10);
  private final TurnKey key = world.samples.turnKey(world.samples.tenant("acme", account));
  private final CollectUsage collector =
      UsageSamples.collector(world, world.meter, world.settings());

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @BeforeEach
  void a_period_has_just_ended() {
    world.meter.horizon(Duration.ofDays(90), Duration.ofDays(31));
    world.meter.relayed(key, WITHIN, 100, 10);
    world.meter.relayed(key, LAST_WINDOW, 7, 7);
    world.meter.relayed(key, "2026-11-10T00:00:00Z", 1_000, 1_000);
    world.meter.relayed(key, "2026-10-09T23:45:00Z", 5_000, 5_000);
    world.meter.skew(3, -1);
    world.clock().set("2026-11-12T23:59:00Z");
  }

  @Test
  void after_three_days_it_is_asked_for_once_and_the_difference_is_a_line_of_its_own() {
    collect();
    assertThat(world.meter.sums()).isEmpty();
    pass(Duration.ofMinutes(20));
    assertThat(world.meter.sums()).containsExactly(new FakeUsageMeter.Question(key.id(), PERIOD));
    UsageRecord line = settlements().get(0);
    assertThat(line.change()).isEqualTo(RelayedVolume.ofBytes(3, -1));
    assertThat(line.read()).isEqualTo(RelayedVolume.ofBytes(110, 16));
    assertThat(line.windowStart()).isEqualTo(LAST_WINDOW);
    assertThat(line.revision()).isZero();
    assertThat(reply(line).range()).isEqualTo(PERIOD);
    assertThat(total()).isEqualTo(RelayedVolume.ofBytes(110, 16));
    pass(Duration.ofHours(1));
    pass(Duration.ofHours(1));
    assertThat(world.meter.sums()).hasSize(1);
    assertThat(settlements()).hasSize(1);
  }

  @Test
  void where_it_differs_in_nothing_there_is_no_line_and_it_is_done() {
    world.meter.skew(0, 0);
    pass(Duration.ofMinutes(20));
    pass(Duration.ofHours(1));
    assertThat(world.meter.sums()).hasSize(1);
    assertThat(settlements()).isEmpty();
  }

  @Test
  void when_a_reading_changes_afterwards_it_is_settled_again_and_the_window_still_corrected() {
    pass(Duration.ofMinutes(20));
    world.meter.relayed(key, LAST_WINDOW, 17, 7);
    world.meter.skew(1, 0);
    pass(Duration.ofHours(1));
    assertThat(world.meter.sums()).hasSize(2);
    assertThat(settlements()).extracting(UsageRecord::revision).containsExactly(0, 1);
    assertThat(settlements().get(1).change()).isEqualTo(RelayedVolume.ofBytes(-2, 1));
    assertThat(total()).isEqualTo(RelayedVolume.ofBytes(118, 17));
    pass(Duration.ofHours(1));
    assertThat(world.meter.sums()).hasSize(2);
  }

  @Test
  void a_period_longer_than_one_question_is_settled_in_as_few_as_needed() {
    world.meter.skew(3, 0);
    world.meter.horizon(Duration.ofDays(90), Duration.ofDays(12));
    pass(Duration.ofMinutes(20));
    assertThat(world.meter.sums())
        .extracting(question -> question.range().toString())
        .containsExactly(
            "[2026-10-10T00:00:00Z, 2026-10-22T00:00:00Z)",
            "[2026-10-22T00:00:00Z, 2026-11-03T00:00:00Z)",
            "[2026-11-03T00:00:00Z, 2026-11-10T00:00:00Z)");
    assertThat(settlements())
        .extracting(line -> line.windowEnd().toString())
        .containsExactly("2026-10-22T00:00:00Z", "2026-11-03T00:00:00Z", "2026-11-10T00:00:00Z");
    assertThat(total()).isEqualTo(RelayedVolume.ofBytes(107 + 3 * 3, 17));
  }

  @Test
  void of_a_period_that_cloudflare_keeps_no_longer_there_is_no_sum() {
    world.meter.horizon(Duration.ofDays(30), Duration.ofDays(31));
    pass(Duration.ofMinutes(20));
    assertThat(world.meter.sums()).isEmpty();
  }

  @Test
  void a_try_that_fails_is_made_again_and_posts_nothing_in_half() {
    world.meter.skew(3, 0);
    world.meter.horizon(Duration.ofDays(90), Duration.ofDays(12));
    collect();
    int read = world.meter.questions().size();
    world.clock().advance(Duration.ofMinutes(16));
    world.meter.failAtQuestion(3); // one of new usage, the first sum, and then no second
    collect();
    assertThat(world.meter.questions()).hasSize(read + 1);
    assertThat(world.meter.sums()).hasSize(2);
    assertThat(settlements()).isEmpty();
    pass(Duration.ofMinutes(15));
    assertThat(settlements()).hasSize(3);
  }

  @Test
  void that_there_is_no_sum_of_what_there_was_counts_when_it_is_told_twice() {
    world.meter.silentOnSums(true);
    pass(Duration.ofMinutes(20));
    assertThat(world.meter.sums()).hasSize(1);
    assertThat(settlements()).isEmpty();
    world.meter.silentOnSums(false);
    pass(Duration.ofMinutes(20));
    assertThat(total()).isEqualTo(RelayedVolume.ofBytes(110, 16));
  }

  @Test
  void and_then_it_is_settled_to_nothing() {
    world.meter.silentOnSums(true);
    pass(Duration.ofMinutes(20));
    pass(Duration.ofMinutes(20));
    pass(Duration.ofHours(1));
    assertThat(world.meter.sums()).hasSize(2);
    assertThat(total()).isEqualTo(RelayedVolume.NONE);
  }

  @Test
  void another_rest_can_be_set() {
    world.set(Setting.COLLECT_SETTLE, "P2D");
    collect();
    assertThat(world.meter.sums()).hasSize(1);
  }

  private void pass(Duration time) {
    world.clock().advance(time);
    collect();
  }

  private void collect() {
    collector.collect();
  }

  private List<UsageRecord> settlements() {
    return UsageSamples.lines(world, key).stream().filter(UsageRecord::isSettlement).toList();
  }

  private UsageReply reply(UsageRecord line) {
    return world
        .transactions()
        .call(
            Reach.EVERYONE,
            () -> world.usageReplies().find(key.tenant(), line.reply()).orElseThrow());
  }

  /** Of the period. */
  private RelayedVolume total() {
    return world
        .transactions()
        .call(
            Reach.EVERYONE,
            () ->
                world
                    .ledger()
                    .totals(Set.of(key.tenant()), PERIOD)
                    .get(key.tenant())
                    .get(key.id()));
  }
}
