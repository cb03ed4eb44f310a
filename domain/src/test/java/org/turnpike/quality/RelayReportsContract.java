package org.turnpike.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.quality.ReportSamples.failed;
import static org.turnpike.quality.ReportSamples.relayed;
import static org.turnpike.quality.ReportSamples.went;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.world.PortContract;

public abstract class RelayReportsContract extends PortContract {
  private static final CallFigures ALL_KNOWN =
      new CallFigures(120, 31, 7, 97, 3, 8_000, 4_000, 2, 50, 900);

  private final TenantId acme = samples.tenant("acme").id();
  private final TenantId other = samples.tenant("other").id();
  private final Instant start = ports.clock().instant();
  private final TimeRange hour = new TimeRange(start, start.plus(Duration.ofHours(1)));

  @Test
  void a_call_is_kept_as_told() {
    keep(relayed().with(ALL_KNOWN));
    QualityFigures whole = whole();
    assertThat(whole.calls()).isEqualTo(1);
    assertThat(whole.relayed()).isEqualTo(1);
    assertThat(whole.medianRoundTripMs()).isEqualByComparingTo("31");
    assertThat(whole.p95RoundTripMs()).isEqualByComparingTo("31");
    assertThat(whole.medianJitterMs()).isEqualByComparingTo("7");
    assertThat(whole.packetsReceived()).isEqualTo(97);
    assertThat(whole.packetsLost()).isEqualTo(3);
    assertThat(whole.bytesReceived()).isEqualTo(8_000);
    assertThat(whole.bytesSent()).isEqualTo(4_000);
    assertThat(whole.seconds()).isEqualTo(120);
  }

  @Test
  void of_no_call_there_are_no_figures() {
    assertThat(whole()).isEqualTo(QualityFigures.NONE);
    assertThat(call(() -> ports.relayReports().byPath(acme, hour))).isEmpty();
    assertThat(call(() -> ports.relayReports().failures(acme, hour))).isEmpty();
    assertThat(call(() -> ports.relayReports().lastAt(acme))).isEmpty();
    assertThat(near().values()).containsOnly(0L);
  }

  @Test
  void a_later_report_takes_the_place_of_an_earlier_and_no_other_does() {
    ReportSamples second = relayed().numbered(2).lost(2, 100);
    keep(second);
    keep(second.numbered(1).lost(1, 50));
    keep(second.lost(99, 100));
    assertThat(whole().packetsLost()).as("late, and again").isEqualTo(2);
    keep(second.numbered(3).lost(3, 200));
    assertThat(whole().packetsLost()).isEqualTo(3);
    assertThat(whole().calls()).isEqualTo(1);
  }

  @Test
  void a_join_that_failed_and_then_came_through_is_a_call() {
    ReportSamples failed = failed(FailedJoin.ICE_FAILED);
    keep(failed);
    assertThat(whole().calls()).isZero();
    keep(relayed().of(failed.call()).numbered(2));
    assertThat(whole().calls()).isEqualTo(1);
    assertThat(call(() -> ports.relayReports().failures(acme, hour))).isEmpty();
  }

  @Test
  void a_call_belongs_to_when_it_was_first_told_of() {
    ReportSamples sample = relayed();
    keep(sample);
    ports.clock().advance(Duration.ofHours(2));
    Instant later = ports.clock().instant();
    keep(sample.numbered(2));
    assertThat(whole().calls()).isEqualTo(1);
    TimeRange afterwards = new TimeRange(hour.end(), later.plusSeconds(1));
    assertThat(call(() -> ports.relayReports().whole(acme, afterwards)).calls()).isZero();
    assertThat(call(() -> ports.relayReports().lastAt(acme))).contains(later);
    keep(relayed());
    assertThat(call(() -> ports.relayReports().whole(acme, new TimeRange(hour.end(), later))))
        .as("the end is left out")
        .isEqualTo(QualityFigures.NONE);
  }

  @Test
  void percentiles_are_those_of_the_calls_that_know() {
    for (int ms : new int[] {10, 20, 30, 40}) {
      keep(relayed().roundTrip(ms));
    }
    keep(relayed().roundTrip(null));
    assertThat(whole().medianRoundTripMs()).isEqualByComparingTo("25");
    assertThat(whole().p95RoundTripMs()).isEqualByComparingTo("38.5");
    assertThat(whole().calls()).isEqualTo(5);
  }

  @Test
  void calls_are_told_apart_by_the_way_they_went_and_by_country_most_calls_first() {
    keep(relayed().from("DE"), relayed().from("FR"), relayed().from("DE"));
    keep(went(Route.RELAYED, CallTransport.TLS).from("DE").roundTrip(90));
    keep(went(Route.RELAYED, null), went(Route.RELAYED, null));
    keep(failed(FailedJoin.OTHER).from("DE"));
    List<RelayReports.OfPath> paths = call(() -> ports.relayReports().byPath(acme, hour));
    assertThat(paths)
        .extracting(RelayReports.OfPath::path)
        .containsExactly(
            new CallPath(Route.RELAYED, CallTransport.UDP),
            new CallPath(Route.RELAYED, null),
            new CallPath(Route.RELAYED, CallTransport.TLS));
    assertThat(paths.get(2).figures().medianRoundTripMs()).isEqualByComparingTo("90");
    List<RelayReports.OfCountry> places = call(() -> ports.relayReports().byCountry(acme, hour));
    assertThat(places)
        .extracting(place -> place.country().code() + " " + place.figures().calls())
        .containsExactly("DE 3", "XX 2", "FR 1");
  }

  @Test
  void a_relayed_call_is_near_a_limit_from_four_fifths_of_it() {
    keep(relayed().peaks(4, 3_999, 39_999_999), relayed().peaks(3, 4_000, 40_000_000));
    keep(went(Route.DIRECT, CallTransport.UDP).peaks(9, 9_999, 99_999_999));
    assertThat(near())
        .isEqualTo(
            Map.of(
                AllocationLimit.NEW_PEERS, 1L,
                AllocationLimit.PACKETS, 1L,
                AllocationLimit.THROUGHPUT, 1L));
  }

  @Test
  void failed_joins_are_counted_by_reason() {
    keep(failed(FailedJoin.TIMEOUT), failed(FailedJoin.TIMEOUT));
    keep(failed(FailedJoin.NO_RELAY_CANDIDATE), relayed());
    assertThat(call(() -> ports.relayReports().failures(acme, hour)))
        .isEqualTo(Map.of(FailedJoin.TIMEOUT, 2L, FailedJoin.NO_RELAY_CANDIDATE, 1L));
  }

  @Test
  void two_tenants_calls_of_one_id_are_two() {
    ReportSamples sample = relayed();
    keep(sample);
    ReportSamples.keep(ports, other, sample.numbered(2).lost(50, 50));
    assertThat(whole().packetsLost()).isEqualTo(10);
    assertThat(call(() -> ports.relayReports().whole(other, hour)).packetsLost()).isEqualTo(50);
  }

  @Test
  void what_was_last_told_of_long_ago_is_forgotten() {
    ReportSamples lasting = relayed();
    keep(relayed(), lasting);
    ports.clock().advance(Duration.ofMinutes(30));
    keep(lasting.numbered(2));
    Instant since = ports.clock().instant();
    assertThat(call(() -> ports.relayReports().forgetBefore(since))).isEqualTo(1);
    assertThat(whole().calls()).isEqualTo(1);
  }

  @Test
  void calls_are_out_of_reach_of_whoever_may_not_see_the_tenant() {
    keep(relayed(), failed(FailedJoin.OTHER));
    Reach reach = new Reach(Set.of(other));
    ports
        .transactions()
        .run(
            reach,
            () -> {
              assertThat(ports.relayReports().whole(acme, hour).calls()).isZero();
              assertThat(ports.relayReports().failures(acme, hour)).isEmpty();
              assertThat(ports.relayReports().lastAt(acme)).isEmpty();
              assertThat(ports.relayReports().forgetBefore(hour.end())).isZero();
            });
    assertThatThrownBy(
            () ->
                ports
                    .transactions()
                    .run(reach, () -> ports.relayReports().keep(acme, relayed().report(), start)))
        .isInstanceOf(RuntimeException.class);
  }

  private void keep(ReportSamples... reports) {
    ReportSamples.keep(ports, acme, reports);
  }

  private QualityFigures whole() {
    return call(() -> ports.relayReports().whole(acme, hour));
  }

  private Map<AllocationLimit, Long> near() {
    return call(() -> ports.relayReports().near(acme, hour));
  }
}
