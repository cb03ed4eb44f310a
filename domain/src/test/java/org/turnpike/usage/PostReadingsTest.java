package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class PostReadingsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant QUARTER_PAST = NOON.plus(UsageWindow.LENGTH);
  private static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));

  private final World world = new World();
  private final TurnKey key = world.samples.turnKey(world.samples.tenant("acme"));
  private final PostReadings post = UsageSamples.posting(world);

  @Example
  void the_first_reading_of_a_window_is_posted_as_it_is() {
    read(reading(NOON, 100, 10));
    UsageRecord line = lines().get(0);
    assertThat(line.revision()).isZero();
    assertThat(line.change()).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(line.read()).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(line.windowEnd()).isEqualTo(QUARTER_PAST);
    assertThat(line.tenant()).isEqualTo(key.tenant());
  }

  @Example
  void the_same_reading_again_posts_nothing() {
    read(reading(NOON, 100, 10));
    read(reading(NOON, 100, 10));
    assertThat(lines()).hasSize(1);
  }

  @Example
  void a_higher_value_is_corrected_upwards_by_the_difference() {
    read(reading(NOON, 100, 10));
    read(reading(NOON, 130, 10));
    assertThat(lines()).extracting(UsageRecord::revision).containsExactly(0, 1);
    assertThat(lines().get(1).change()).isEqualTo(RelayedVolume.ofBytes(30, 0));
    assertThat(lines().get(1).read()).isEqualTo(RelayedVolume.ofBytes(130, 10));
  }

  @Example
  void a_lower_value_is_corrected_downwards() {
    read(reading(NOON, 100, 10));
    read(reading(NOON, 70, 12));
    assertThat(lines().get(1).change()).isEqualTo(RelayedVolume.ofBytes(-30, 2));
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(70, 12));
  }

  @Example
  void usage_that_vanished_is_corrected_to_zero_when_missing_for_the_second_time() {
    read(reading(NOON, 100, 10), reading(QUARTER_PAST, 5, 5));
    read(reading(QUARTER_PAST, 5, 5));
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(105, 15));
    read(reading(QUARTER_PAST, 5, 5));
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(5, 5));
    assertThat(lines()).hasSize(3);
    read(reading(QUARTER_PAST, 5, 5));
    assertThat(lines()).as("a window at zero is not missed any more").hasSize(3);
  }

  @Example
  void usage_that_comes_back_in_between_has_to_be_missed_twice_again() {
    read(reading(NOON, 100, 10));
    read();
    read(reading(NOON, 100, 10));
    read();
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(lines()).hasSize(1);
  }

  @Example
  void a_window_outside_of_what_was_read_is_not_missed() {
    read(reading(NOON, 100, 10));
    TimeRange later = new TimeRange(HOUR.end(), HOUR.end().plusSeconds(3600));
    run(later);
    run(later);
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(100, 10));
  }

  @Example
  void usage_that_comes_back_after_its_correction_is_corrected_up_again() {
    read(reading(NOON, 100, 10));
    read();
    read();
    read(reading(NOON, 100, 10));
    assertThat(lines()).extracting(UsageRecord::revision).containsExactly(0, 1, 2);
    assertThat(UsageSamples.total(world, key)).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(lines()).extracting(UsageRecord::reply).doesNotContainNull();
  }

  @Example
  void the_watermark_moves_to_the_end_of_what_was_read_and_never_back() {
    read();
    run(new TimeRange(NOON.minusSeconds(3600), NOON));
    CollectionMark mark =
        world.transactions().call(() -> world.marks().find(key.id()).orElseThrow());
    assertThat(mark.completeThrough()).isEqualTo(HOUR.end());
    assertThat(mark.collectedAt()).isEqualTo(world.clock().instant());
  }

  @Example
  void each_line_says_which_answer_it_comes_from_also_the_one_that_lacked_it() {
    read(reading(NOON, 100, 10), reading(QUARTER_PAST, 5, 5));
    read(reading(QUARTER_PAST, 6, 5));
    read(reading(QUARTER_PAST, 6, 5));
    List<String> bodies = lines().stream().map(line -> reply(line).evidence().reply()).toList();
    assertThat(bodies).hasSize(4);
    assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("100 B");
    assertThat(bodies.get(2)).isEqualTo(bodies.get(3)).doesNotContain("100 B").contains("6 B");
    assertThat(lines()).extracting(UsageRecord::reply).doesNotContainNull();
  }

  @Example
  void a_line_keeps_how_sure_cloudflare_was() {
    Confidence confidence = new Confidence(95, 107, 12);
    read(new UsageReading(NOON, RelayedVolume.ofBytes(100, 10), confidence));
    read(new UsageReading(NOON, RelayedVolume.ofBytes(101, 10)));
    assertThat(lines()).extracting(UsageRecord::confidence).containsExactly(confidence, null);
  }

  @Property(tries = 100)
  void whatever_is_read_the_ledger_ends_at_the_latest_readings(
      @ForAll @Size(min = 1, max = 8)
          List<@Size(4) List<@IntRange(min = 1, max = 3) Integer>> rounds) {
    World fresh = new World();
    TurnKey its = fresh.samples.turnKey(fresh.samples.tenant("acme"));
    PostReadings into = UsageSamples.posting(fresh);
    Map<Instant, RelayedVolume> latest = new TreeMap<>();
    for (List<Integer> round : rounds) {
      UsageReading[] readings = new UsageReading[round.size()];
      for (int i = 0; i < readings.length; i++) {
        readings[i] = reading(NOON.plus(UsageWindow.LENGTH.multipliedBy(i)), round.get(i), 1);
        latest.put(readings[i].window(), readings[i].volume());
      }
      fresh
          .transactions()
          .run(
              Reach.EVERYONE,
              () -> into.post(its, UsageSamples.answer(its, HOUR, Arrays.asList(readings))));
    }
    assertThat(UsageSamples.total(fresh, its))
        .isEqualTo(latest.values().stream().reduce(RelayedVolume.NONE, RelayedVolume::plus));
  }

  private static UsageReading reading(Instant window, long egress, long ingress) {
    return new UsageReading(window, RelayedVolume.ofBytes(egress, ingress));
  }

  private void read(UsageReading... readings) {
    run(HOUR, readings);
  }

  private void run(TimeRange range, UsageReading... readings) {
    world
        .transactions()
        .run(
            Reach.EVERYONE,
            () -> post.post(key, UsageSamples.answer(key, range, List.of(readings))));
  }

  private UsageReply reply(UsageRecord line) {
    return world
        .transactions()
        .call(
            Reach.EVERYONE,
            () -> world.usageReplies().find(key.tenant(), line.reply()).orElseThrow());
  }

  private List<UsageRecord> lines() {
    return UsageSamples.lines(world, key);
  }
}
