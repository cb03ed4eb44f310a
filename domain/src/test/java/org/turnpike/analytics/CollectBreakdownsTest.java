package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Implausible;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.World;

class CollectBreakdownsTest {
  private final World world = new World();
  private final FakeBreakdownMeter meter = new FakeBreakdownMeter();
  private final CloudflareAccount account = world.samples.account();
  private final TurnKey key = world.samples.turnKey(world.samples.tenant("acme", account));
  private final CollectBreakdowns collect =
      new CollectBreakdowns(
          world.turnKeys(),
          world.accounts(),
          meter,
          world.breakdowns(),
          world.ledger(),
          world.marks(),
          world.leases(),
          world.transactions(),
          world.settings(),
          world.clock());
  private final ForgetBreakdowns forget =
      new ForgetBreakdowns(
          world.breakdowns(), world.transactions(), world.settings(), world.clock());

  @Test
  void nothing_is_asked_before_billed_usage_is_in() {
    UsageSamples.relayed(world, key, "2026-11-22T11:30:00Z", 5, 1);
    collect.collect();
    assertThat(meter.questions()).isEmpty();
  }

  @Test
  void the_first_round_reads_the_last_day_and_then_four_before_it() {
    relayedEachDay("2026-11-10T10:30:00Z", 13);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    assertThat(meter.questions())
        .hasSize(5)
        .extracting(FakeBreakdownMeter.Question::hours)
        .startsWith(
            range("2026-11-21T11:00:00Z", "2026-11-22T11:00:00Z"),
            range("2026-11-20T11:00:00Z", "2026-11-21T11:00:00Z"))
        .endsWith(range("2026-11-17T11:00:00Z", "2026-11-18T11:00:00Z"));
    assertThat(known()).isEqualTo(range("2026-11-17T11:00:00Z", "2026-11-22T11:00:00Z"));
  }

  @Test
  void history_is_read_until_the_first_usage_and_no_further() {
    relayedEachDay("2026-11-14T10:30:00Z", 9);
    readThrough("2026-11-22T11:45:00Z");
    for (int round = 0; round < 4; round++) {
      collect.collect();
    }
    assertThat(known().start()).isEqualTo("2026-11-13T11:00:00Z");
  }

  @Test
  void history_waits_while_little_of_the_budget_is_left() {
    relayedEachDay("2026-11-18T10:30:00Z", 5);
    readThrough("2026-11-22T11:45:00Z");
    meter.busy();
    collect.collect();
    collect.collect();
    assertThat(meter.questions()).hasSize(1);
  }

  @Test
  void a_new_hour_is_read_with_the_three_before_it_once_it_is_in_the_ledger() {
    meter.busy();
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    meter.forgetQuestions();
    collect.collect();
    assertThat(meter.questions()).isEmpty();
    readThrough("2026-11-22T12:00:00Z");
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::hours)
        .containsExactly(range("2026-11-22T08:00:00Z", "2026-11-22T12:00:00Z"));
  }

  @Test
  void the_first_round_of_a_day_looks_a_whole_day_back() {
    meter.busy();
    relayedEachDay("2026-11-21T12:30:00Z", 2);
    readThrough("2026-11-22T12:00:00Z");
    collect.collect();
    meter.forgetQuestions();
    readThrough("2026-11-23T01:00:00Z");
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::hours)
        .containsExactly(
            range("2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z"),
            range("2026-11-22T12:00:00Z", "2026-11-23T01:00:00Z"));
  }

  @Test
  void hours_without_usage_cost_no_question_and_are_known_all_the_same() {
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    assertThat(meter.questions()).isEmpty();
    assertThat(known()).isEqualTo(range("2026-11-21T11:00:00Z", "2026-11-22T11:00:00Z"));
  }

  @Test
  void a_key_whose_answers_cannot_be_keeps_no_other_of_its_account_from_being_read() {
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    world.clock().advance(Duration.ofMinutes(1)); // the older key goes first
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    UsageSamples.relayed(world, second, "2026-11-22T10:30:00Z", 5, 1);
    UsageSamples.readThrough(world, second, "2026-11-22T11:45:00Z");
    meter.whileReading(
        () -> {
          meter.whileReading(() -> {});
          throw new Implausible("Cloudflare answered what cannot be.", Duration.ofSeconds(5));
        });
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::key)
        .startsWith(key.id())
        .contains(second.id());
  }

  @Test
  void an_account_whose_budget_is_for_billed_usage_is_left_alone_and_others_are_not() {
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    TurnKey theirs = world.samples.turnKey(world.samples.tenant("other"));
    UsageSamples.relayed(world, theirs, "2026-11-22T10:30:00Z", 5, 1);
    UsageSamples.readThrough(world, theirs, "2026-11-22T11:45:00Z");
    meter.spent(account.id());
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::key)
        .containsExactly(theirs.id());
    assertThat(world.transactions().call(Reach.EVERYONE, () -> world.breakdowns().known(key.id())))
        .isEmpty();
  }

  @Test
  void after_a_gap_longer_than_what_cloudflare_keeps_it_begins_anew() {
    meter.horizon(Duration.ofDays(2), Duration.ofDays(1));
    relayedEachDay("2026-11-22T10:30:00Z", 9);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    world.clock().set("2026-11-28T12:00:00Z");
    readThrough("2026-11-28T11:45:00Z");
    meter.busy();
    collect.collect();
    assertThat(known()).isEqualTo(range("2026-11-26T14:00:00Z", "2026-11-28T11:00:00Z"));
  }

  @Test
  void hours_past_their_retention_are_not_asked_for() {
    world.set(Setting.RETENTION_DISPLAY, "P2D");
    world.clock().set("2026-11-22T12:00:01Z");
    relayedEachDay("2026-11-14T10:30:00Z", 9);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::hours)
        .containsExactly(
            range("2026-11-21T11:00:00Z", "2026-11-22T11:00:00Z"),
            range("2026-11-20T13:00:00Z", "2026-11-21T11:00:00Z"));
  }

  @Test
  void what_was_forgotten_is_not_read_again_and_only_whole_hours_are_asked_for() {
    world.set(Setting.RETENTION_DISPLAY, "P2D");
    relayedEachDay("2026-11-14T10:30:00Z", 9);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    world.clock().set("2026-11-22T13:20:00Z");
    forget.forget();
    assertThat(known()).isEqualTo(range("2026-11-20T14:00:00Z", "2026-11-22T11:00:00Z"));
    meter.forgetQuestions();
    readThrough("2026-11-22T13:00:00Z");
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::hours)
        .containsExactly(range("2026-11-22T08:00:00Z", "2026-11-22T13:00:00Z"));
  }

  @Test
  void where_no_whole_hour_is_kept_nothing_is_asked() {
    world.set(Setting.RETENTION_DISPLAY, "PT1H");
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    collect.collect();
    assertThat(meter.questions()).isEmpty();
  }

  @Test
  void billed_usage_does_not_wait_for_a_long_round() {
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    TurnKey second = world.samples.turnKey(world.samples.tenant("second", account));
    UsageSamples.relayed(world, second, "2026-11-22T10:30:00Z", 5, 1);
    UsageSamples.readThrough(world, second, "2026-11-22T11:45:00Z");
    meter.whileReading(() -> world.clock().advance(Duration.ofSeconds(11)));
    collect.collect();
    assertThat(meter.questions()).hasSize(1);
    collect.collect();
    assertThat(meter.questions())
        .extracting(FakeBreakdownMeter.Question::key)
        .containsExactly(key.id(), second.id());
  }

  @Test
  void one_node_at_a_time_and_who_lost_the_lease_writes_nothing() {
    relayedEachDay("2026-11-22T10:30:00Z", 1);
    readThrough("2026-11-22T11:45:00Z");
    world.leases().take("collect-breakdowns", Duration.ofMinutes(2));
    collect.collect();
    assertThat(meter.questions()).isEmpty();
    world.clock().advance(Duration.ofMinutes(2));
    meter.whileReading(
        () -> {
          world.clock().advance(Duration.ofMinutes(3));
          world.leases().take("collect-breakdowns", Duration.ofMinutes(2));
        });
    assertThatThrownBy(collect::collect).isInstanceOf(Leases.Lost.class);
    assertThat(world.transactions().call(Reach.EVERYONE, () -> world.breakdowns().known(key.id())))
        .isEmpty();
  }

  private void relayedEachDay(String first, int days) {
    for (int day = 0; day < days; day++) {
      String window = Instant.parse(first).plus(Duration.ofDays(day)).toString();
      UsageSamples.relayed(world, key, window, 5, 1);
    }
  }

  private void readThrough(String through) {
    UsageSamples.readThrough(world, key, through);
  }

  private TimeRange known() {
    return world
        .transactions()
        .call(Reach.EVERYONE, () -> world.breakdowns().known(key.id()).orElseThrow());
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
