package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class CompletenessTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey first = world.samples.turnKey(acme, "first");
  private final TurnKey second = world.samples.turnKey(acme, "second");

  @Test
  void figures_are_as_good_as_those_of_the_key_furthest_behind() {
    UsageSamples.readThrough(world, first, "2026-11-22T10:00:00Z");
    world.clock().advance(Duration.ofMinutes(1));
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(completeness())
        .isEqualTo(
            new Completeness(
                Instant.parse("2026-11-22T12:00:00Z"),
                Instant.parse("2026-11-22T10:00:00Z"),
                null));
  }

  @Test
  void nothing_is_known_while_a_key_has_never_been_read() {
    assertThat(completeness()).isEqualTo(Completeness.UNKNOWN);
    UsageSamples.readThrough(world, first, "2026-11-22T10:00:00Z");
    assertThat(completeness()).isEqualTo(Completeness.UNKNOWN);
    fail(second, "Cloudflare cannot be reached.");
    assertThat(completeness())
        .isEqualTo(new Completeness(null, null, "Cloudflare cannot be reached."));
  }

  @Test
  void the_problem_is_that_of_the_key_furthest_behind() {
    UsageSamples.readThrough(world, first, "2026-11-22T11:00:00Z");
    UsageSamples.readThrough(world, second, "2026-11-22T10:00:00Z");
    assertThat(completeness().problem()).isNull();
    fail(first, "Cloudflare limits our calls (status 429).");
    assertThat(completeness().problem()).isEqualTo("Cloudflare limits our calls (status 429).");
    fail(second, "Cloudflare cannot be reached.");
    assertThat(completeness().problem()).isEqualTo("Cloudflare cannot be reached.");
    assertThat(completeness().completeThrough()).isEqualTo("2026-11-22T10:00:00Z");
  }

  @Test
  void a_problem_of_a_retired_key_whose_usage_has_settled_is_none() {
    retire(first, "2026-11-01T00:00:00Z");
    UsageSamples.readThrough(world, first, "2026-11-04T23:45:00Z");
    fail(first, "Cloudflare cannot be reached.");
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(completeness().problem()).isNull();
  }

  @Test
  void a_share_whose_identifier_was_erased_holds_no_figure_back() {
    TurnKey shared = world.samples.sharedKey(world.samples.account());
    TurnKey erased = shared.share(null, acme.id(), world.clock().instant());
    world.transactions().run(() -> world.turnKeys().add(erased));
    UsageSamples.readThrough(world, erased, "2026-11-01T00:00:00Z");
    UsageSamples.readThrough(world, first, "2026-11-22T11:00:00Z");
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(completeness().completeThrough()).isEqualTo("2026-11-22T11:00:00Z");
  }

  @Test
  void nothing_is_known_of_a_tenant_without_keys() {
    assertThat(Completeness.of(List.of(), List.of(), List.of())).isEqualTo(Completeness.UNKNOWN);
  }

  @Test
  void a_retired_key_whose_usage_has_settled_holds_no_figure_back() {
    retire(first, "2026-11-01T00:00:00Z");
    UsageSamples.readThrough(world, first, "2026-11-04T23:45:00Z");
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(completeness().completeThrough()).isEqualTo("2026-11-22T11:00:00Z");
  }

  @Test
  void a_retired_key_whose_usage_has_not_settled_does() {
    retire(first, "2026-11-01T00:00:00Z");
    UsageSamples.readThrough(world, first, "2026-11-02T00:00:00Z");
    UsageSamples.readThrough(world, second, "2026-11-22T11:00:00Z");
    assertThat(completeness().completeThrough()).isEqualTo("2026-11-02T00:00:00Z");
  }

  @Test
  void when_all_keys_are_retired_and_settled_the_one_read_last_counts() {
    retire(first, "2026-10-01T00:00:00Z");
    UsageSamples.readThrough(world, first, "2026-10-04T23:45:00Z");
    retire(second, "2026-11-01T00:00:00Z");
    UsageSamples.readThrough(world, second, "2026-11-04T23:45:00Z");
    assertThat(completeness().completeThrough()).isEqualTo("2026-11-04T23:45:00Z");
  }

  @Test
  void it_is_complete_through_the_end_of_a_span_at_most() {
    Instant end = Instant.parse("2026-11-01T00:00:00Z");
    assertThat(new Completeness(end, end.plusSeconds(1), null).through(end)).isEqualTo(end);
    assertThat(new Completeness(end, end.minusSeconds(1), null).through(end))
        .isEqualTo(end.minusSeconds(1));
    assertThat(Completeness.UNKNOWN.through(end)).isNull();
  }

  @Test
  void nothing_is_claimed_before_the_first_reading_of_the_first_key() {
    read(first, "2026-11-10T06:00:00Z", "2026-11-20T00:00:00Z");
    read(second, "2026-11-15T00:00:00Z", "2026-11-20T00:00:00Z");
    read(first, "2026-11-09T00:00:00Z", "2026-11-10T00:00:00Z");
    Instant since = Instant.parse("2026-11-10T06:00:00Z");
    assertThat(completeness().since()).isEqualTo(since);
    assertThat(completeness().claimedSince(since.minusSeconds(1))).isEqualTo(since);
    assertThat(completeness().claimedSince(since)).isNull();
    assertThat(Completeness.UNKNOWN.claimedSince(since)).isNull();
  }

  @Test
  void a_hole_is_told_as_far_as_it_lies_within_a_span() {
    read(first, "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
    TimeRange hole = range("2026-11-02T00:00:00Z", "2026-11-05T00:00:00Z");
    world.transactions().run(() -> UsageSamples.posting(world).lost(first, hole));
    Completeness now = completeness();
    assertThat(now.lost()).containsExactly(hole);
    assertThat(now.lostWithin(range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")))
        .containsExactly(hole);
    assertThat(now.lostWithin(range("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z")))
        .containsExactly(range("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z"));
    assertThat(now.lostWithin(range("2026-11-05T00:00:00Z", "2026-12-01T00:00:00Z"))).isEmpty();
    assertThat(now.lostWithin(range("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z"))).isEmpty();
  }

  @Test
  void lost_hours_count_once_however_many_keys_lack_them_and_a_part_as_a_whole() {
    Completeness now =
        new Completeness(
            null,
            null,
            null,
            null,
            List.of(
                range("2026-11-02T00:00:00Z", "2026-11-02T06:00:00Z"),
                range("2026-11-02T04:00:00Z", "2026-11-02T10:00:00Z"),
                range("2026-11-02T05:00:00Z", "2026-11-02T07:00:00Z"),
                range("2026-11-10T00:00:00Z", "2026-11-10T00:15:00Z")));
    assertThat(now.lostHours(range("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"))).isEqualTo(11);
    assertThat(now.lostHours(range("2026-11-02T03:00:00Z", "2026-11-02T08:00:00Z"))).isEqualTo(5);
    assertThat(now.lostHours(range("2026-11-03T00:00:00Z", "2026-11-04T00:00:00Z"))).isZero();
  }

  private void read(TurnKey key, String from, String to) {
    UsageSamples.post(world, key, range(from, to), List.of());
  }

  private static TimeRange range(String from, String to) {
    return new TimeRange(Instant.parse(from), Instant.parse(to));
  }

  private void fail(TurnKey key, String problem) {
    world.transactions().run(() -> UsageSamples.posting(world).fail(key, problem));
  }

  private void retire(TurnKey key, String at) {
    world
        .transactions()
        .run(() -> world.turnKeys().find(key.id()).orElseThrow().retire(Instant.parse(at)));
  }

  private Completeness completeness() {
    return world
        .transactions()
        .call(
            () ->
                Completeness.of(
                    world.turnKeys().meteredFor(Set.of(acme.id())),
                    world.marks().of(null),
                    world.marks().lost(null)));
  }
}
