package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

/** An account that cannot be asked now is left alone, round after round, node after node. */
class KeepPaceTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(CollectUsage.class.getName());

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final TurnKey first = world.samples.turnKey(world.samples.tenant("first", account));
  private final FakeUsageMeter meter = world.meter;
  private final FakeUsageMeter elsewhere = new FakeUsageMeter(world.clock());
  private CollectUsage collect = collector(meter);

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @BeforeEach
  void a_window_has_just_rested() {
    world.clock().set("2026-11-22T12:02:00Z");
  }

  @Test
  void one_that_told_us_to_wait_rests_over_rounds_until_it_may_be_asked_again() {
    world.samples.turnKey(world.samples.tenant("second", account));
    meter.failAtQuestion(1); // for a minute
    collect.collect();
    assertThat(meter.questions()).hasSize(1);
    assertThat(pace().restsUntil()).isEqualTo(world.clock().instant().plusSeconds(60));
    assertThat(pace().problem()).isEqualTo("Cloudflare cannot be reached.");
    world.clock().advance(Duration.ofSeconds(59));
    collect.collect();
    assertThat(meter.questions()).hasSize(1);
    world.clock().advance(Duration.ofSeconds(1));
    collect.collect();
    assertThat(meter.questions()).hasSizeGreaterThan(2);
    assertThat(pace().restsUntil()).isNull();
    assertThat(pace().problem()).isNull();
  }

  @Test
  void another_node_lets_it_rest_too() {
    meter.failAtQuestion(1);
    collect.collect();
    world.clock().advance(Duration.ofSeconds(59));
    collector(meter).collect();
    assertThat(meter.questions()).hasSize(1);
  }

  @Test
  void others_are_asked_meanwhile() {
    TurnKey theirs = world.samples.turnKey(world.samples.tenant("other"));
    meter.away(account.id());
    collect.collect();
    assertThat(pace().restsUntil()).isNotNull();
    assertThat(meter.questions())
        .isNotEmpty()
        .allMatch(question -> question.key().equals(theirs.id()));
  }

  @Test
  void a_node_that_takes_over_starts_from_what_the_one_before_has_spent() {
    meter.horizon(Duration.ofDays(90), Duration.ofDays(31));
    collect.collect();
    int spent = meter.questions().size() + meter.sums().size();
    assertThat(pace().queries()).isEqualTo(spent).isPositive();
    CollectUsage other = collector(elsewhere);
    world.clock().advance(Duration.ofMinutes(4));
    other.collect();
    assertThat(counted(elsewhere)).isEqualTo(spent);
    other.collect();
    assertThat(counted(elsewhere)).as("counted once").isEqualTo(spent);
  }

  @Test
  void nodes_that_take_turns_count_what_one_of_them_asked_once() {
    meter.horizon(Duration.ofDays(90), Duration.ofDays(31));
    CollectUsage other = collector(elsewhere);
    collect.collect();
    int spent = meter.questions().size() + meter.sums().size();
    for (int round = 0; round < 4; round++) {
      world.clock().advance(Duration.ofSeconds(30));
      other.collect();
      world.clock().advance(Duration.ofSeconds(30));
      collect.collect();
    }
    assertThat(counted(elsewhere)).isEqualTo(counted(meter)).isEqualTo(spent);
  }

  @Test
  void nodes_that_ask_in_turn_count_each_other_s_questions_for_five_minutes() {
    meter.refuse(first.id()); // so that it is asked for again in each round
    elsewhere.refuse(first.id());
    CollectUsage other = collector(elsewhere);
    for (int minute = 1; minute <= 20; minute++) {
      world.clock().advance(Duration.ofSeconds(30));
      other.collect();
      world.clock().advance(Duration.ofSeconds(30));
      collect.collect();
      assertThat(counted(meter)).isEqualTo(pace().queries()).isEqualTo(Math.min(2 * minute, 10));
    }
    assertThat(meter.questions()).hasSize(20);
    assertThat(elsewhere.questions()).hasSize(20);
  }

  @Test
  void what_was_spent_five_minutes_ago_does_not_count() {
    collect.collect();
    world.clock().advance(Duration.ofMinutes(5));
    collector(elsewhere).collect();
    assertThat(counted(elsewhere)).isZero();
  }

  @Test
  void a_budget_used_up_holds_nobody_back_for_longer_than_it_has_to() {
    meter.budget(2);
    collect.collect();
    assertThat(meter.questions()).hasSize(2);
    assertThat(pace())
        .isEqualTo(
            new CollectionPace(
                account.id(),
                List.of(world.clock().instant(), world.clock().instant()),
                2,
                world.clock().instant(),
                world.clock().instant().plus(Duration.ofMinutes(3)),
                "The budget is used up."));
    world.clock().advance(Duration.ofMinutes(3));
    meter.spendAnew();
    meter.budget(200);
    collect.collect();
    assertThat(
            world.transactions().call(() -> world.marks().find(first.id()).orElseThrow()).problem())
        .isNull();
  }

  private CollectUsage collector(FakeUsageMeter of) {
    return UsageSamples.collector(world, of, world.settings());
  }

  private int counted(FakeUsageMeter of) {
    return of.spending(account).asked().size();
  }

  private CollectionPace pace() {
    return new SeeCollection(
            world.turnKeys(),
            world.marks(),
            world.paces(),
            world.ledger(),
            world.transactions(),
            world.settings(),
            world.clock())
        .paces(Callers.operator()).stream()
            .filter(pace -> pace.account().equals(account.id()))
            .findFirst()
            .orElseThrow();
  }
}
