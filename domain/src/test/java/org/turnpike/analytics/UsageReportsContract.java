package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.PortContract;

public abstract class UsageReportsContract extends PortContract {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Tenant acme = samples.tenant("acme");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(samples.tenant("other"), "theirs");

  @Test
  void each_key_with_usage_has_its_steps_in_order_of_time() {
    relayed(main, "2026-11-03T10:45:00Z", 1);
    relayed(main, "2026-11-03T10:00:00Z", 2);
    relayed(main, "2026-11-03T12:00:00Z", 4);
    relayed(second, "2026-11-03T10:00:00Z", 8);
    relayed(theirs, "2026-11-03T10:00:00Z", 16);
    assertThat(series(Granularity.HOUR, UTC))
        .containsOnly(
            Map.entry(
                main.id(),
                List.of(point("2026-11-03T10:00:00Z", 3), point("2026-11-03T12:00:00Z", 4))),
            Map.entry(second.id(), List.of(point("2026-11-03T10:00:00Z", 8))));
  }

  @Test
  void days_and_months_start_at_midnight_of_the_zone() {
    relayed(main, "2026-10-31T23:00:00Z", 1); // the first of November in Berlin
    relayed(main, "2026-11-03T22:45:00Z", 2);
    assertThat(series(Granularity.DAY, BERLIN).get(main.id()))
        .containsExactly(point("2026-10-31T23:00:00Z", 1), point("2026-11-02T23:00:00Z", 2));
    assertThat(series(Granularity.MONTH, BERLIN).get(main.id()))
        .containsExactly(point("2026-10-31T23:00:00Z", 3));
    assertThat(series(Granularity.MONTH, UTC).get(main.id()))
        .containsExactly(point("2026-10-01T00:00:00Z", 1), point("2026-11-01T00:00:00Z", 2));
  }

  @Test
  void a_day_on_which_the_clocks_change_is_one_day_and_its_doubled_hour_two() {
    relayed(main, "2026-10-24T22:00:00Z", 1); // midnight in Berlin
    relayed(main, "2026-10-25T00:30:00Z", 2); // half past two, in summer
    relayed(main, "2026-10-25T01:30:00Z", 4); // half past two again, in winter
    relayed(main, "2026-10-25T22:45:00Z", 8);
    relayed(main, "2026-10-25T23:00:00Z", 16); // the next midnight
    assertThat(series(Granularity.DAY, BERLIN).get(main.id()))
        .containsExactly(point("2026-10-24T22:00:00Z", 15), point("2026-10-25T23:00:00Z", 16));
    assertThat(series(Granularity.HOUR, BERLIN).get(main.id()))
        .extracting(UsageSeries.Point::start)
        .contains(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
  }

  @Test
  void a_range_holds_its_start_and_not_its_end() {
    relayed(main, "2026-10-19T23:45:00Z", 1);
    relayed(main, "2026-10-20T00:00:00Z", 2);
    relayed(main, "2026-11-20T23:45:00Z", 4);
    relayed(main, "2026-11-21T00:00:00Z", 8);
    assertThat(series(Granularity.MONTH, UTC).get(main.id()))
        .extracting(point -> point.volume().egress().bytes())
        .containsExactly(2L, 4L);
  }

  @Test
  void of_a_tenant_without_usage_there_is_nothing() {
    assertThat(series(Granularity.DAY, UTC)).isEmpty();
  }

  private void relayed(TurnKey key, String window, long egress) {
    UsageSamples.relayed(ports, key, window, egress, 1);
  }

  private static UsageSeries.Point point(String start, long egress) {
    long windows = Long.bitCount(egress); // each sample has a bit of its own
    return new UsageSeries.Point(Instant.parse(start), RelayedVolume.ofBytes(egress, windows));
  }

  private Map<TurnKeyId, List<UsageSeries.Point>> series(Granularity granularity, ZoneId zone) {
    TimeRange range =
        new TimeRange(Instant.parse("2026-10-20T00:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));
    return call(() -> ports.reports().series(acme.id(), range, granularity, zone));
  }
}
