package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class UsageBreakdownsContract extends PortContract {
  private static final String TEN = "2026-11-03T10:00:00Z";
  private static final String ELEVEN = "2026-11-03T11:00:00Z";
  private static final TimeRange DAY =
      new TimeRange(Instant.parse("2026-11-03T00:00:00Z"), Instant.parse("2026-11-04T00:00:00Z"));

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(other, "theirs");

  @Test
  void what_is_read_again_takes_the_place_of_what_was_there_and_of_nothing_else() {
    new BreakdownSamples()
        .by(TEN, "anna", 5, 1)
        .by(TEN, "ben", 3, 1)
        .by(ELEVEN, "anna", 7, 1)
        .at(TEN, "DE", "Frankfurt", 8)
        .connected(TEN, "4", "1.5")
        .put(ports, main, TEN, 2);
    new BreakdownSamples().by(TEN, "anna", 100, 1).put(ports, second, TEN, 1);
    new BreakdownSamples().by(TEN, "anna", 6, 1).put(ports, main, TEN, 1);
    assertThat(rows(acme)).containsExactly(tuple("anna", false, 113L));
    assertThat(call(() -> places(acme))).isEmpty();
  }

  @Test
  void hours_that_were_read_are_known_by_key() {
    assertThat(call(() -> ports.breakdowns().known(main.id()))).isEmpty();
    new BreakdownSamples().put(ports, main, TEN, 2);
    new BreakdownSamples().put(ports, theirs, TEN, 1);
    TimeRange two = range(TEN, "2026-11-03T12:00:00Z");
    assertThat(call(() -> ports.breakdowns().known(main.id()))).contains(two);
    assertThat(call(() -> ports.breakdowns().known(Set.of(acme.id()))))
        .isEqualTo(Map.of(main.id(), two));
    assertThat(call(() -> ports.breakdowns().known(Set.of()))).isEmpty();
  }

  @Test
  void erasing_an_identifier_leaves_its_usage_and_no_other_tenant_s() {
    new BreakdownSamples().by(TEN, "anna", 5, 1).by(TEN, "ben", 3, 1).put(ports, main, TEN, 1);
    new BreakdownSamples().by(TEN, "anna", 2, 1).put(ports, second, TEN, 1);
    new BreakdownSamples().by(TEN, "anna", 9, 1).put(ports, theirs, TEN, 1);
    assertThat(call(() -> ports.breakdowns().erase(acme.id(), "anna"))).isTrue();
    assertThat(call(() -> ports.breakdowns().erase(acme.id(), "anna"))).isFalse();
    assertThat(rows(acme)).containsExactly(tuple("", true, 7L), tuple("ben", false, 3L));
    assertThat(rows(other)).containsExactly(tuple("anna", false, 9L));
  }

  @Test
  void an_identifier_that_is_empty_is_not_one_that_was_erased() {
    new BreakdownSamples().by(TEN, "", 5, 1).by(TEN, "ben", 3, 1).put(ports, main, TEN, 1);
    call(() -> ports.breakdowns().erase(acme.id(), "ben"));
    assertThat(rows(acme)).containsExactly(tuple("", false, 5L), tuple("", true, 3L));
  }

  @Test
  void old_hours_are_forgotten_and_identifiers_not_seen_since() {
    new BreakdownSamples()
        .by(TEN, "anna", 5, 1)
        .by(TEN, "ben", 3, 1)
        .by(ELEVEN, "anna", 7, 1)
        .at(TEN, "DE", "Frankfurt", 8)
        .connected(TEN, "4", "1.5")
        .put(ports, main, TEN, 2);
    new BreakdownSamples().put(ports, second, TEN, 1);
    assertThat(call(() -> ports.breakdowns().forgetBefore(Instant.parse(ELEVEN)))).isEqualTo(5);
    assertThat(rows(acme)).containsExactly(tuple("anna", false, 7L));
    assertThat(call(() -> ports.breakdowns().erase(acme.id(), "ben"))).isFalse();
    assertThat(call(() -> ports.breakdowns().known(Set.of(acme.id()))))
        .isEqualTo(Map.of(main.id(), range(ELEVEN, "2026-11-03T12:00:00Z")));
  }

  @Test
  void it_is_out_of_reach_of_whoever_may_not_see_the_tenant() {
    new BreakdownSamples().by(TEN, "anna", 5, 1).put(ports, main, TEN, 1);
    Reach reach = new Reach(Set.of(other.id()));
    assertThat(ports.transactions().call(reach, () -> identifiers(acme))).isEmpty();
    assertThat(ports.transactions().call(reach, () -> ports.breakdowns().known(main.id())))
        .isEmpty();
  }

  private List<Tuple> rows(Tenant tenant) {
    return call(() -> identifiers(tenant)).stream()
        .map(row -> tuple(row.name(), row.erased(), row.total().egress().bytes()))
        .toList();
  }

  private List<BreakdownSeries.Row> identifiers(Tenant tenant) {
    return by(tenant, Dimension.CUSTOM_IDENTIFIER);
  }

  private List<BreakdownSeries.Row> places(Tenant tenant) {
    return by(tenant, Dimension.CITY);
  }

  private List<BreakdownSeries.Row> by(Tenant tenant, Dimension dimension) {
    return ports
        .breakdownReports()
        .rows(tenant.id(), dimension, DAY, Granularity.DAY, ZoneOffset.UTC, 10);
  }

  private static TimeRange range(String start, String end) {
    return new TimeRange(Instant.parse(start), Instant.parse(end));
  }
}
