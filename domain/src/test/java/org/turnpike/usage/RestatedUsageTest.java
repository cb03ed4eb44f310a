package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Setting;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** What Cloudflare restates further back than a round looks, while it can still be billed. */
class RestatedUsageTest {
  private static final String FIRST_OF_PERIOD = "2026-11-10T00:00:00Z";
  private static final String LAST_OF_THE_ONE_BEFORE = "2026-11-09T23:45:00Z";

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account(10);
  private final TurnKey key = world.samples.turnKey(world.samples.tenant("acme", account));

  @Test
  void in_the_running_period_it_is_corrected_within_the_hour() {
    collected(FIRST_OF_PERIOD, 20);
    world.meter.relayed(key, FIRST_OF_PERIOD, 22, 0);
    pass(Duration.ofMinutes(59));
    assertTotal(20);
    pass(Duration.ofMinutes(1));
    assertTotal(22);
    assertThat(UsageSamples.lines(world, key))
        .extracting(UsageRecord::revision)
        .containsExactly(0, 1);
  }

  @Test
  void usage_that_vanished_is_corrected_to_zero_when_missing_for_the_second_time() {
    collected(FIRST_OF_PERIOD, 20);
    world.meter.vanish(key, FIRST_OF_PERIOD);
    pass(Duration.ofHours(1));
    assertTotal(20);
    pass(Duration.ofHours(1));
    assertTotal(0);
  }

  @Test
  void the_period_before_is_left_open_for_a_week() {
    world.clock().set("2026-11-16T22:00:00Z");
    collected(LAST_OF_THE_ONE_BEFORE, 20);
    world.meter.relayed(key, LAST_OF_THE_ONE_BEFORE, 22, 0);
    pass(Duration.ofHours(1));
    assertTotal(22);
    world.meter.relayed(key, LAST_OF_THE_ONE_BEFORE, 23, 0);
    pass(Duration.ofHours(1));
    assertTotal(22);
  }

  @Test
  void another_cadence_can_be_set() {
    world.set(Setting.COLLECT_RESETTLE, "PT10M");
    collected(FIRST_OF_PERIOD, 20);
    world.meter.relayed(key, FIRST_OF_PERIOD, 22, 0);
    pass(Duration.ofMinutes(10));
    assertTotal(22);
  }

  @Test
  void a_node_that_starts_does_not_read_again_what_another_has_just_read() {
    collected(FIRST_OF_PERIOD, 20);
    world.meter.relayed(key, FIRST_OF_PERIOD, 22, 0);
    collect();
    assertTotal(20);
  }

  @Test
  void a_try_that_fails_half_way_is_made_again_and_holds_up_nothing_new() {
    world.meter.horizon(Duration.ofDays(90), Duration.ofDays(4));
    collected(FIRST_OF_PERIOD, 20);
    Instant before = mark().completeThrough();
    world.meter.relayed(key, FIRST_OF_PERIOD, 22, 0);
    world.meter.failAtQuestion(3); // one of new usage, then those of the period
    pass(Duration.ofHours(1));
    assertThat(mark().completeThrough()).isEqualTo(before.plus(Duration.ofHours(1)));
    assertThat(mark().problem()).isEqualTo("Cloudflare cannot be reached.");
    pass(Duration.ofMinutes(1));
    assertTotal(22);
    assertThat(mark().problem()).isNull();
  }

  @Test
  void the_watermark_never_goes_back() {
    collected(FIRST_OF_PERIOD, 20);
    pass(Duration.ofHours(1));
    assertThat(mark().completeThrough()).isEqualTo("2026-11-22T12:45:00Z");
  }

  @Test
  void it_is_corrected_of_a_key_retired_since_and_nothing_new_is_asked_for() {
    collected(FIRST_OF_PERIOD, 20);
    world
        .transactions()
        .run(() -> world.turnKeys().find(key.id()).orElseThrow().retire(world.clock().instant()));
    pass(Duration.ofDays(4).plusMinutes(20));
    Instant settled = mark().completeThrough();
    world.meter.relayed(key, FIRST_OF_PERIOD, 22, 0);
    pass(Duration.ofDays(1));
    assertTotal(22);
    assertThat(mark().completeThrough()).isEqualTo(settled);
  }

  private void collected(String window, long egress) {
    world.meter.relayed(key, window, egress, 0);
    collect();
    assertTotal(egress);
  }

  private void pass(Duration time) {
    world.clock().advance(time);
    collect();
  }

  /** By a node that has just started. */
  private void collect() {
    UsageSamples.collector(world, world.meter, world.settings()).collect();
  }

  private CollectionMark mark() {
    return world.transactions().call(() -> world.marks().find(key.id()).orElseThrow());
  }

  private void assertTotal(long egress) {
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(egress, 0));
  }
}
