package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class CollectUsageTest {
  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger LOG = Logger.getLogger(CollectUsage.class.getName());

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final TurnKey key = world.samples.turnKey(world.samples.tenant("acme", account));
  private final CollectUsage collect = UsageSamples.collector(world, world.meter, world.settings());

  @BeforeAll
  static void failures_are_meant() {
    LOG.setLevel(Level.OFF);
  }

  @Test
  void the_first_round_reads_from_the_oldest_data_cloudflare_still_has() {
    world.meter.relayed(key, "2026-08-24T13:00:00Z", 1, 0); // the edge: 90 days, less an hour
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 20, 5);
    collect.collect();
    assertThat(total(key)).isEqualTo(RelayedVolume.ofBytes(21, 5));
    assertThat(world.meter.questions().get(0).range().start()).isEqualTo("2026-08-24T13:00:00Z");
  }

  @Test
  void a_window_is_first_read_once_it_has_rested() {
    world.clock().set("2026-11-22T12:01:59Z");
    collect.collect();
    assertThat(mark(key).completeThrough()).isEqualTo("2026-11-22T11:45:00Z");
    world.clock().set("2026-11-22T12:02:00Z");
    collect.collect();
    assertThat(mark(key).completeThrough()).isEqualTo("2026-11-22T12:00:00Z");
  }

  @Test
  void no_question_is_wider_than_cloudflare_answers_and_together_they_leave_no_gap() {
    world.meter.horizon(Duration.ofDays(10), Duration.ofHours(25).plusMinutes(7));
    collect.collect();
    List<FakeUsageMeter.Question> questions = world.meter.questions();
    assertThat(questions).hasSizeGreaterThan(9);
    for (int i = 1; i < questions.size(); i++) {
      assertThat(questions.get(i).range().start())
          .isEqualTo(questions.get(i - 1).range().end())
          .isEqualTo(UsageWindow.floor(questions.get(i).range().start()));
    }
    assertThat(questions.get(questions.size() - 1).range().end())
        .isEqualTo(mark(key).completeThrough())
        .isEqualTo("2026-11-22T11:45:00Z");
  }

  @Test
  void later_rounds_look_a_day_back_and_correct_what_was_restated() {
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 20, 5);
    collect.collect();
    world.meter.forgetQuestions();
    world.clock().advance(Duration.ofMinutes(45));
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 22, 5);
    collect.collect();
    assertThat(world.meter.questions())
        .containsExactly(
            new FakeUsageMeter.Question(
                key.id(), range("2026-11-21T11:45:00Z", "2026-11-22T12:30:00Z")));
    assertThat(total(key)).isEqualTo(RelayedVolume.ofBytes(22, 5));
  }

  @Test
  void a_round_on_unchanged_data_appends_nothing() {
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 20, 5);
    for (int round = 0; round < 5; round++) {
      collect.collect();
      world.clock().advance(Duration.ofMinutes(30));
    }
    assertThat(world.meter.questions()).hasSizeGreaterThan(5);
    assertThat(lines()).hasSize(1);
  }

  @Test
  void a_longer_overlap_can_be_set() {
    world.set(Setting.COLLECT_OVERLAP, "PT48H");
    collect.collect();
    world.meter.forgetQuestions();
    world.clock().advance(Duration.ofMinutes(15));
    collect.collect();
    assertThat(world.meter.questions().get(0).range().start()).isEqualTo("2026-11-20T11:45:00Z");
  }

  @Test
  void the_key_furthest_behind_goes_first_and_one_never_read_before_all() {
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    world.meter.refuse(second.id());
    collect.collect(); // key is read, second is not
    world.clock().advance(Duration.ofMinutes(15));
    world.samples.turnKey(world.samples.tenant("third", world.samples.account()));
    world.meter.forgetQuestions();
    collect.collect();
    assertThat(world.meter.questions().get(0).key()).isEqualTo(second.id());
    assertThat(last(world.meter.questions()).key()).isEqualTo(key.id());
  }

  @Test
  void an_account_that_is_away_does_not_stop_the_others_and_is_asked_once_a_round() {
    CloudflareAccount other = world.samples.account();
    TurnKey theirs = world.samples.turnKey(world.samples.tenant("other", other));
    world.samples.turnKey(world.samples.tenant("acme2", account));
    world.meter.relayed(theirs, "2026-11-22T11:30:00Z", 7, 0);
    world.meter.away(account.id());
    collect.collect();
    assertThat(total(theirs)).isEqualTo(RelayedVolume.ofBytes(7, 0));
    assertThat(problems()).containsExactly("Cloudflare cannot be reached.");
    world.meter.back(account.id());
    world.clock().advance(Duration.ofMinutes(1));
    collect.collect();
    assertThat(mark(key).problem()).isNull();
    assertThat(mark(key).completeThrough()).isNotNull();
  }

  @Test
  void a_key_that_is_refused_does_not_stop_its_account() {
    world.clock().advance(Duration.ofMinutes(1)); // the older key goes first
    world.meter.refuse(key.id());
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    world.meter.relayed(second, "2026-11-22T11:30:00Z", 7, 0);
    collect.collect();
    assertThat(total(second)).isEqualTo(RelayedVolume.ofBytes(7, 0));
    assertThat(mark(key).problem()).contains("refuses");
    assertThat(mark(key).completeThrough()).isNull();
  }

  @Test
  void nor_does_one_whose_answers_cannot_be() {
    world.clock().advance(Duration.ofMinutes(1)); // the older key goes first
    world.meter.garble(key.id());
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    world.meter.relayed(second, "2026-11-22T11:30:00Z", 7, 0);
    collect.collect();
    assertThat(total(second)).isEqualTo(RelayedVolume.ofBytes(7, 0));
    assertThat(mark(key).problem()).contains("cannot be");
  }

  @Test
  void while_another_node_collects_nothing_happens() {
    world.leases().take("collect-usage", Duration.ofMinutes(2));
    collect.collect();
    assertThat(world.meter.questions()).isEmpty();
    world.clock().advance(Duration.ofMinutes(2));
    collect.collect();
    assertThat(world.meter.questions()).isNotEmpty();
  }

  @Test
  void the_lease_is_given_back_after_a_round() {
    collect.collect();
    assertThat(world.leases().take("collect-usage", Duration.ofMinutes(2))).isPresent();
  }

  @Test
  void a_node_that_lost_its_lease_while_reading_writes_nothing() {
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 20, 5);
    world.meter.whileReading(
        () -> {
          world.clock().advance(Duration.ofMinutes(3));
          world.leases().take("collect-usage", Duration.ofMinutes(2));
        });
    assertThatThrownBy(collect::collect).isInstanceOf(IllegalStateException.class);
    assertThat(lines()).isEmpty();
    assertThat(world.transactions().call(() -> world.marks().find(key.id()))).isEmpty();
    assertThat(world.leases().take("collect-usage", Duration.ofMinutes(2)))
        .as("the other's lease is not given back by him who lost it")
        .isEmpty();
  }

  @Test
  void a_node_that_reads_for_long_keeps_its_lease_by_writing() {
    world.meter.horizon(Duration.ofDays(10), Duration.ofDays(1));
    world.meter.whileReading(() -> world.clock().advance(Duration.ofSeconds(90)));
    collect.collect();
    assertThat(mark(key).completeThrough()).isEqualTo("2026-11-22T11:45:00Z");
  }

  @Test
  void lines_and_watermark_are_kept_together_or_not_at_all() {
    world.meter.relayed(key, "2026-11-22T11:30:00Z", 20, 5);
    world.meter.horizon(Duration.ofDays(6), Duration.ofDays(7));
    world.meter.whileReading(
        () -> world.transactions().failNextCommit(new IllegalStateException("disk full")));
    collect.collect();
    assertThat(lines()).isEmpty();
    assertThat(mark(key).completeThrough()).isNull();
  }

  @Test
  void a_fault_of_ours_with_one_key_is_marked_and_starves_no_other() {
    world.clock().advance(Duration.ofMinutes(1)); // the older key goes first
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    world.meter.relayed(second, "2026-11-22T11:30:00Z", 7, 0);
    world.meter.horizon(Duration.ofDays(6), Duration.ofDays(7));
    world.meter.whileReading(
        () -> {
          world.meter.whileReading(() -> {});
          throw new IllegalStateException("our bug");
        });
    collect.collect();
    assertThat(mark(key).problem()).contains("Turnpike failed").doesNotContain("our bug");
    assertThat(total(second)).isEqualTo(RelayedVolume.ofBytes(7, 0));
  }

  @Test
  void a_retired_key_is_read_until_its_usage_has_settled() {
    collect.collect();
    world
        .transactions()
        .run(() -> world.turnKeys().find(key.id()).orElseThrow().retire(world.clock().instant()));
    world.clock().advance(Duration.ofDays(4).minusMinutes(1));
    collect.collect();
    Instant last = mark(key).completeThrough();
    world.clock().advance(Duration.ofMinutes(1));
    world.meter.forgetQuestions();
    collect.collect();
    assertThat(world.meter.questions()).isEmpty();
    assertThat(last).isEqualTo("2026-11-26T11:45:00Z");
  }

  @Test
  void what_it_relayed_is_read_however_late_it_can_be() {
    collect.collect();
    world
        .transactions()
        .run(() -> world.turnKeys().find(key.id()).orElseThrow().retire(world.clock().instant()));
    world.meter.relayed(key, "2026-11-23T11:30:00Z", 20, 5);
    world.meter.away(account.id());
    world.clock().advance(Duration.ofDays(10));
    collect.collect();
    world.meter.back(account.id());
    world.clock().advance(Duration.ofDays(1));
    collect.collect();
    assertThat(total(key)).isEqualTo(RelayedVolume.ofBytes(20, 5));
    assertThat(mark(key).completeThrough())
        .as("nothing relays later")
        .isEqualTo("2026-11-26T12:00:00Z");
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }

  private CollectionMark mark(TurnKey of) {
    return world.transactions().call(() -> world.marks().find(of.id()).orElseThrow());
  }

  private List<String> problems() {
    return world.transactions().call(() -> world.marks().of(null)).stream()
        .map(CollectionMark::problem)
        .filter(problem -> problem != null)
        .toList();
  }

  private RelayedVolume total(TurnKey of) {
    return UsageSamples.total(world, of);
  }

  private List<UsageRecord> lines() {
    return UsageSamples.lines(world, key);
  }
}
