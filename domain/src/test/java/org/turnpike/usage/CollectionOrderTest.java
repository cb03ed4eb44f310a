package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.World;

/** Who is asked when, and who before whom. */
class CollectionOrderTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(CollectUsage.class.getName());

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final Tenant large = world.samples.tenant("large", account);
  private final Tenant small = world.samples.tenant("small", account);
  private final List<TurnKey> many = new ArrayList<>();
  private final CollectUsage collect = UsageSamples.collector(world, world.meter, world.settings());

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @BeforeEach
  void a_question_may_be_wide() {
    world.meter.horizon(Duration.ofDays(90), Duration.ofDays(31));
    world.meter.budget(1_000);
  }

  @Test
  void a_key_is_asked_when_a_window_is_missing_and_when_it_is_to_be_read_again() {
    keys(large, 1);
    world.clock().set("2026-11-22T12:02:00Z");
    collect.collect();
    world.meter.forgetQuestions();
    int quiet = 0;
    for (int minute = 1; minute <= 120; minute++) {
      int before = world.meter.questions().size();
      world.clock().advance(Duration.ofMinutes(1));
      collect.collect();
      quiet += world.meter.questions().size() == before ? 1 : 0;
    }
    assertThat(quiet).as("of 120 rounds").isEqualTo(112);
    assertThat(world.meter.questions())
        .as("eight windows, two of them with what is old")
        .hasSize(10);
  }

  @Test
  void what_is_read_again_ends_at_a_midnight_so_that_unchanged_it_is_kept_once() {
    keys(large, 1);
    collect.collect();
    world.clock().advance(Duration.ofHours(1));
    collect.collect();
    world.clock().advance(Duration.ofHours(1));
    world.meter.forgetQuestions();
    collect.collect();
    assertThat(world.meter.questions())
        .extracting(question -> question.range().toString())
        .containsExactly(
            "[2026-11-21T00:00:00Z, 2026-11-22T13:45:00Z)",
            "[2026-11-01T00:00:00Z, 2026-11-21T00:00:00Z)");
  }

  @Test
  void a_tenant_of_many_keys_does_not_starve_one_of_a_single_key() {
    keys(large, 50);
    TurnKey only = world.samples.turnKey(small);
    collect.collect();
    world.clock().advance(Duration.ofMinutes(15));
    world.meter.forgetQuestions();
    world.meter.spendAnew();
    world.meter.budget(2);
    collect.collect();
    assertThat(asked()).hasSize(2).contains(only.id());
  }

  @Test
  void keys_of_a_tenant_take_turns_and_the_one_furthest_behind_is_first() {
    keys(large, 3);
    world.meter.refuse(many.get(1).id());
    collect.collect();
    world.clock().advance(Duration.ofMinutes(15));
    world.meter.forgetQuestions();
    collect.collect();
    assertThat(asked().get(0)).isEqualTo(many.get(1).id());
    assertThat(asked()).hasSize(3);
  }

  @Test
  void what_is_about_to_be_gone_goes_before_whose_turn_it_is() {
    keys(large, 2);
    TurnKey theirs = world.samples.turnKey(small);
    collect.collect();
    UsageSamples.readThrough(world, many.get(0), "2026-11-23T00:00:00Z");
    UsageSamples.readThrough(world, many.get(1), "2027-02-15T00:00:00Z");
    UsageSamples.readThrough(world, theirs, "2027-02-10T00:00:00Z");
    world.clock().set("2027-02-20T12:00:00Z"); // 90 days after the first: gone in half a day
    world.meter.forgetQuestions();
    collect.collect();
    assertThat(asked().stream().distinct())
        .containsExactly(many.get(0).id(), theirs.id(), many.get(1).id());
  }

  private void keys(Tenant tenant, int number) {
    for (int i = 0; i < number; i++) {
      many.add(world.samples.turnKey(tenant, "key " + i));
    }
  }

  private List<TurnKeyId> asked() {
    return world.meter.questions().stream().map(FakeUsageMeter.Question::key).toList();
  }
}
