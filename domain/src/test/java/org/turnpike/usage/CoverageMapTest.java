package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.usage.Coverage.AHEAD;
import static org.turnpike.usage.Coverage.COMPLETE;
import static org.turnpike.usage.Coverage.LOST;
import static org.turnpike.usage.Coverage.MISSING;
import static org.turnpike.usage.Coverage.NONE;
import static org.turnpike.usage.Coverage.RESTATED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class CoverageMapTest {
  private static final Instant SIX = Instant.parse("2026-11-22T06:00:00Z");
  private static final TimeRange SIX_HOURS = new TimeRange(SIX, hour(6));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);

  @Test
  void hours_are_complete_up_to_the_watermark_missing_after_it_and_ahead_until_they_have_rested() {
    assertThat(map(read(key, hour(0), hour(3)), Map.of()))
        .containsExactly(COMPLETE, COMPLETE, COMPLETE, MISSING, MISSING, AHEAD);
  }

  @Test
  void an_hour_of_which_a_quarter_is_missing_is_missing() {
    assertThat(map(read(key, hour(0), hour(3).minusSeconds(900)), Map.of()))
        .containsExactly(COMPLETE, COMPLETE, MISSING, MISSING, MISSING, AHEAD);
  }

  @Test
  void before_a_key_s_usage_was_first_read_there_is_nothing_to_know() {
    assertThat(map(read(key, hour(2), hour(5)), Map.of()))
        .containsExactly(NONE, NONE, COMPLETE, COMPLETE, COMPLETE, AHEAD);
  }

  @Test
  void a_corrected_hour_says_so_where_it_is_complete() {
    assertThat(map(read(key, hour(0), hour(2)), Map.of(acme.id(), Set.of(hour(1), hour(3)))))
        .containsExactly(COMPLETE, RESTATED, MISSING, MISSING, MISSING, AHEAD);
  }

  @Test
  void a_hole_is_lost_whatever_was_read_after_it() {
    LostUsage lost =
        new LostUsage(
            key.id(), acme.id(), new TimeRange(hour(1).plusSeconds(900), hour(2)), hour(5));
    CollectionState state =
        new CollectionState(key, mark(key, hour(0), hour(5)), hour(5), List.of(lost));
    assertThat(CoverageMap.of(List.of(state), Map.of(), SIX_HOURS, Duration.ofHours(1)).tenants())
        .containsEntry(acme.id(), List.of(COMPLETE, LOST, COMPLETE, COMPLETE, COMPLETE, AHEAD));
  }

  @Test
  void a_tenant_stands_as_its_worst_key_does() {
    TurnKey second = world.samples.turnKey(acme, "second");
    CoverageMap both =
        CoverageMap.of(
            List.of(read(key, hour(0), hour(5)), read(second, hour(0), hour(1))),
            Map.of(),
            SIX_HOURS,
            Duration.ofHours(1));
    assertThat(both.tenants().get(acme.id()))
        .containsExactly(COMPLETE, MISSING, MISSING, MISSING, MISSING, AHEAD);
    assertThat(both.steps()).hasSize(6).startsWith(hour(0)).endsWith(hour(5));
  }

  private List<Coverage> map(CollectionState state, Map<TenantId, Set<Instant>> restated) {
    return CoverageMap.of(List.of(state), restated, SIX_HOURS, Duration.ofHours(1))
        .tenants()
        .get(acme.id());
  }

  private CollectionState read(TurnKey of, Instant since, Instant through) {
    return new CollectionState(of, mark(of, since, through), hour(5), List.of());
  }

  private static CollectionMark mark(TurnKey of, Instant since, Instant through) {
    CollectionMark mark = new CollectionMark(of);
    mark.begin(since);
    mark.advance(through, through);
    return mark;
  }

  private static Instant hour(int number) {
    return SIX.plus(Duration.ofHours(number));
  }
}
