package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.UsageSamples;

class FindLeaksTest {
  private final Examination of = new Examination();

  @Test
  void whole_hours_are_examined_from_when_the_key_was_ours_until_an_hour_before_the_ledger_s_end() {
    of.relayed("2026-11-22T11:00:00Z", "before the key was ours", 1);
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.relayed("2026-11-22T15:00:00Z", "not settled", 1);
    of.examineAt("2026-11-22T16:45:00Z");
    assertThat(of.meter.questions())
        .containsExactly(range("2026-11-22T12:00:00Z", "2026-11-22T15:00:00Z"));
    assertThat(of.examinedThrough()).isEqualTo("2026-11-22T15:00:00Z");
    assertThat(of.leaks()).extracting(PossibleLeak::username).containsExactly("u");
  }

  @Test
  void nothing_is_asked_before_an_hour_has_settled() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.examineAt("2026-11-22T13:45:00Z");
    assertThat(of.meter.questions()).isEmpty();
    assertThat(of.examinedThrough()).isEqualTo("null");
  }

  @Test
  void no_hour_counts_twice_and_later_ones_add_to_the_same_leak() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.examineAt("2026-11-22T14:10:00Z");
    of.examineAt("2026-11-22T14:20:00Z");
    of.relayed("2026-11-22T13:00:00Z", "u", 2);
    of.relayed("2026-11-22T15:00:00Z", "u", 4);
    of.examineAt("2026-11-22T17:00:00Z");
    of.examineAt("2026-11-22T17:30:00Z");
    assertThat(of.leaks()).hasSize(1);
    PossibleLeak leak = of.leaks().get(0);
    assertThat(leak.volume().egress().bytes()).isEqualTo(7);
    assertThat(leak.hours()).isEqualTo(3);
    assertThat(leak.firstHour()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(leak.lastHour()).isEqualTo("2026-11-22T15:00:00Z");
    assertThat(leak.asked().question())
        .isEqualTo("question of [2026-11-22T14:00:00Z, 2026-11-22T16:00:00Z)");
    assertThat(of.meter.questions())
        .containsExactly(
            range("2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"),
            range("2026-11-22T13:00:00Z", "2026-11-22T16:00:00Z"));
  }

  @Test
  void killed_between_reading_and_writing_it_reads_again_and_counts_once() {
    of.relayed("2026-11-22T12:00:00Z", "u", 5);
    of.meter.whileReading(
        () -> of.world.transactions().failNextCommit(new IllegalStateException("killed")));
    of.examineAt("2026-11-22T14:10:00Z");
    assertThat(of.leaks()).isEmpty();
    assertThat(of.examinedThrough()).isEqualTo("null");
    of.meter.whileReading(() -> {});
    of.examineAt("2026-11-22T14:20:00Z");
    assertThat(of.leaks()).singleElement().matches(leak -> leak.volume().egress().bytes() == 5);
    assertThat(of.meter.questions()).hasSize(2);
  }

  /** What is committed next is that the lease is given back: there is no other half. */
  @Test
  void killed_right_after_its_first_commit_it_counts_once_and_misses_nothing() {
    of.relayed("2026-11-22T12:00:00Z", "u", 5);
    of.meter.whileReading(
        () ->
            of.world
                .transactions()
                .afterCommit(
                    () ->
                        of.world
                            .transactions()
                            .failNextCommit(new IllegalStateException("killed"))));
    assertThatThrownBy(() -> of.examineAt("2026-11-22T14:10:00Z")).hasMessage("killed");
    of.meter.whileReading(() -> {});
    of.world.transactions().afterCommit(() -> {});
    of.examineAt("2026-11-22T14:20:00Z");
    assertThat(of.leaks()).singleElement().matches(leak -> leak.volume().egress().bytes() == 5);
    assertThat(of.meter.questions()).hasSize(1);
  }

  @Test
  void new_usage_after_a_dismissal_opens_it_again() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.examineAt("2026-11-22T14:10:00Z");
    PossibleLeak first = of.leaks().get(0);
    see().dismiss(Caller.SYSTEM, of.tenant.id(), first.id(), "a test of ours");
    of.relayed("2026-11-22T13:00:00Z", "u", 2);
    of.examineAt("2026-11-22T15:10:00Z");
    assertThat(of.leaks()).extracting(PossibleLeak::isOpen).containsExactly(false, true);
    assertThat(of.leaks())
        .extracting(leak -> leak.volume().egress().bytes())
        .containsExactly(1L, 2L);
  }

  @Test
  void hours_without_usage_cost_no_question_and_are_examined_all_the_same() {
    of.examineAt("2026-11-22T16:45:00Z");
    assertThat(of.meter.questions()).isEmpty();
    assertThat(of.examinedThrough()).isEqualTo("2026-11-22T15:00:00Z");
  }

  @Test
  void a_key_examined_for_the_first_time_is_examined_for_a_week_back() {
    of.relayed("2026-11-25T12:00:00Z", "long ago", 1);
    of.relayed("2026-12-01T12:00:00Z", "u", 1);
    of.examineAt("2026-12-03T14:00:00Z");
    of.examineAt("2026-12-03T14:01:00Z");
    assertThat(of.leaks()).extracting(PossibleLeak::username).containsExactly("u");
    assertThat(of.examinedThrough()).isEqualTo("2026-12-03T13:00:00Z");
  }

  @Test
  void after_a_long_outage_it_goes_on_where_cloudflare_and_the_grants_still_tell() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.examineAt("2026-11-22T14:00:00Z");
    of.world.set(Setting.RETENTION_GRANTS, "P1D");
    of.relayed("2026-11-24T12:00:00Z", "long ago", 1);
    of.relayed("2026-11-26T12:00:00Z", "v", 1);
    of.examineAt("2026-11-26T18:00:00Z");
    assertThat(of.meter.questions().get(1))
        .isEqualTo(range("2026-11-25T18:00:00Z", "2026-11-26T17:00:00Z"));
    of.meter.horizon(Duration.ofHours(12), Duration.ofHours(1));
    of.relayed("2026-11-28T14:00:00Z", "w", 1);
    of.examineAt("2026-11-28T18:00:00Z");
    assertThat(of.examinedThrough()).isEqualTo("2026-11-28T11:00:00Z");
    of.examineAt("2026-11-28T18:01:00Z");
    assertThat(of.meter.questions().get(2))
        .as("the first hour of those still told that has usage")
        .isEqualTo(range("2026-11-28T14:00:00Z", "2026-11-28T15:00:00Z"));
  }

  @Test
  void what_is_behind_waits_while_little_of_the_budget_is_left() {
    for (int day = 22; day < 27; day++) {
      of.relayed("2026-11-" + day + "T13:00:00Z", "u", 1);
    }
    of.meter.busy();
    of.examineAt("2026-11-27T13:00:00Z");
    assertThat(of.meter.questions()).hasSize(1);
    assertThat(of.examinedThrough()).isEqualTo("2026-11-23T12:00:00Z");
  }

  @Test
  void an_account_whose_budget_is_for_billed_usage_is_left_alone() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.meter.spent(of.key.account());
    of.examineAt("2026-11-22T16:45:00Z");
    assertThat(of.leaks()).isEmpty();
    assertThat(of.examinedThrough()).isEqualTo("null");
  }

  @Test
  void one_node_at_a_time_and_who_lost_the_lease_writes_nothing() {
    of.relayed("2026-11-22T12:00:00Z", "u", 1);
    of.world.clock().set("2026-11-22T14:00:00Z");
    UsageSamples.readThrough(of.world, of.key, "2026-11-22T14:00:00Z");
    take();
    of.find().find();
    assertThat(of.meter.questions()).isEmpty();
    of.world.clock().advance(Duration.ofMinutes(2));
    of.meter.whileReading(
        () -> {
          of.world.clock().advance(Duration.ofMinutes(3));
          take();
        });
    assertThatThrownBy(of.find()::find).isInstanceOf(Leases.Lost.class);
    assertThat(of.leaks()).isEmpty();
    assertThat(of.examinedThrough()).isEqualTo("null");
  }

  private void take() {
    of.world.leases().take("find-leaks", Duration.ofMinutes(2));
  }

  private SeeLeaks see() {
    return new SeeLeaks(
        of.world.leaks(),
        of.world.turnKeys(),
        of.world.tenants(),
        of.world.audit(),
        of.world.transactions(),
        of.world.clock());
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
