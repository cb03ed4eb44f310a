package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class CollectionMarksContract extends PortContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant QUARTER_PAST = NOON.plus(UsageWindow.LENGTH);
  private static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey ours = samples.turnKey(acme);
  private final TurnKey theirs = samples.turnKey(other);

  @Test
  void a_mark_is_kept_as_it_moves() {
    assertThat(call(() -> ports.marks().find(ours.id()))).isEmpty();
    run(() -> ports.marks().add(new CollectionMark(ours)));
    assertThat(find().completeThrough()).isNull();
    assertThat(find().tenant()).isEqualTo(acme.id());
    run(() -> ports.marks().find(ours.id()).orElseThrow().advance(NOON, QUARTER_PAST));
    assertThat(find().completeThrough()).isEqualTo(NOON);
    assertThat(find().collectedAt()).isEqualTo(QUARTER_PAST);
    assertThat(find().resettledAt()).isNull();
    run(() -> ports.marks().find(ours.id()).orElseThrow().resettle(NOON));
    assertThat(find().resettledAt()).isEqualTo(NOON);
  }

  @Test
  void it_keeps_where_the_first_reading_began_and_how_long_cloudflare_keeps_usage() {
    run(() -> ports.marks().add(new CollectionMark(ours)));
    assertThat(find().since()).isNull();
    assertThat(find().retention()).isEmpty();
    run(() -> ports.marks().find(ours.id()).orElseThrow().begin(NOON));
    run(() -> ports.marks().find(ours.id()).orElseThrow().advance(QUARTER_PAST, NOON));
    run(() -> ports.marks().find(ours.id()).orElseThrow().begin(NOON.minusSeconds(900)));
    run(() -> ports.marks().find(ours.id()).orElseThrow().kept(Duration.ofDays(92)));
    assertThat(find().since()).isEqualTo(NOON);
    assertThat(find().retention()).contains(Duration.ofDays(92));
  }

  @Test
  void what_is_lost_is_listed_by_tenant_oldest_first() {
    LostUsage later = new LostUsage(ours.id(), acme.id(), HOUR, NOON);
    LostUsage earlier =
        new LostUsage(ours.id(), acme.id(), new TimeRange(NOON.minusSeconds(900), NOON), NOON);
    LostUsage of = new LostUsage(theirs.id(), other.id(), HOUR, NOON);
    run(() -> List.of(later, of, earlier).forEach(ports.marks()::addLost));
    assertThat(call(() -> ports.marks().lost(Set.of(acme.id())))).containsExactly(earlier, later);
    assertThat(call(() -> ports.marks().lost(null))).hasSize(3).contains(of);
    assertThat(call(() -> ports.marks().lost(Set.of()))).isEmpty();
    assertThatThrownBy(() -> run(() -> ports.marks().addLost(later)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_problem_is_kept_until_the_next_success() {
    run(() -> ports.marks().add(new CollectionMark(ours)));
    run(() -> ports.marks().find(ours.id()).orElseThrow().fail("x".repeat(600)));
    assertThat(find().problem()).isEqualTo("x".repeat(500));
    run(() -> ports.marks().find(ours.id()).orElseThrow().advance(NOON, NOON));
    assertThat(find().problem()).isNull();
  }

  @Test
  void marks_are_listed_by_tenant_or_all() {
    run(() -> ports.marks().add(new CollectionMark(ours)));
    run(() -> ports.marks().add(new CollectionMark(theirs)));
    assertThat(call(() -> ports.marks().of(Set.of(acme.id()))))
        .extracting(CollectionMark::turnKey)
        .containsExactly(ours.id());
    assertThat(call(() -> ports.marks().of(null))).hasSize(2);
    assertThat(call(() -> ports.marks().of(Set.of()))).isEmpty();
  }

  @Test
  void vanished_windows_are_kept_by_key_and_range() {
    run(() -> ports.marks().setVanished(ours.id(), HOUR, Set.of(NOON, QUARTER_PAST)));
    run(() -> ports.marks().setVanished(theirs.id(), HOUR, Set.of(NOON)));
    assertThat(vanished(HOUR)).containsExactlyInAnyOrder(NOON, QUARTER_PAST);
    assertThat(vanished(new TimeRange(NOON, QUARTER_PAST))).containsExactly(NOON);
    assertThat(vanished(new TimeRange(HOUR.end(), HOUR.end().plusSeconds(900)))).isEmpty();
  }

  @Test
  void those_of_a_range_are_replaced_and_no_others() {
    run(() -> ports.marks().setVanished(ours.id(), HOUR, Set.of(NOON, QUARTER_PAST)));
    run(() -> ports.marks().setVanished(ours.id(), new TimeRange(NOON, QUARTER_PAST), Set.of()));
    assertThat(vanished(HOUR)).containsExactly(QUARTER_PAST);
    run(() -> ports.marks().setVanished(ours.id(), HOUR, Set.of(NOON)));
    assertThat(vanished(HOUR)).containsExactly(NOON);
  }

  private CollectionMark find() {
    return call(() -> ports.marks().find(ours.id()).orElseThrow());
  }

  private Set<Instant> vanished(TimeRange range) {
    return call(() -> ports.marks().vanished(ours.id(), range));
  }
}
