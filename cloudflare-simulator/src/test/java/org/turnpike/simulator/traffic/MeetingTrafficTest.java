package org.turnpike.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeetingTrafficTest {

  private static final TrafficProfile PROFILE = new TrafficProfile(1_300_000_000_000L, null, false);

  @Test
  void the_same_seed_key_and_time_give_the_same_flows() {
    assertThat(described(7, "key", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"))
        .isEqualTo(described(7, "key", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"))
        .isNotEqualTo(described(8, "key", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"))
        .isNotEqualTo(described(7, "other", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z"));
  }

  @Test
  void a_range_holds_what_its_parts_hold() {
    List<String> parts =
        new ArrayList<>(described(7, "key", "2026-11-02T09:00:00Z", "2026-11-02T09:35:00Z"));
    parts.addAll(described(7, "key", "2026-11-02T09:35:00Z", "2026-11-02T12:00:00Z"));

    assertThat(described(7, "key", "2026-11-02T09:00:00Z", "2026-11-02T12:00:00Z"))
        .containsExactlyInAnyOrderElementsOf(parts);
  }

  @Test
  void every_month_of_three_has_about_the_volume_of_its_profile() {
    String[] months = {
      "2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"
    };
    for (int i = 0; i < 3; i++) {
      assertThat(egress(7, months[i], months[i + 1]))
          .as(months[i])
          .isBetween(1_150_000_000_000L, 1_450_000_000_000L);
    }
  }

  @Test
  void working_hours_carry_more_than_nights_and_weekends() {
    long monday = egress(7, "2026-11-02T09:00:00Z", "2026-11-02T11:00:00Z");
    long night = egress(7, "2026-11-02T01:00:00Z", "2026-11-02T03:00:00Z");
    long sunday = egress(7, "2026-11-01T09:00:00Z", "2026-11-01T11:00:00Z");

    assertThat(monday).isGreaterThan(10 * night).isGreaterThan(3 * sunday);
  }

  @Test
  void a_day_has_all_identifiers_and_several_data_centres_and_usernames() {
    Set<String> identifiers = new HashSet<>();
    Set<DataCentre> places = new HashSet<>();
    Set<String> usernames = new HashSet<>();
    for (Flow flow : flows(7, "key", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z")) {
      identifiers.add(flow.customIdentifier());
      places.add(flow.dataCentre());
      usernames.add(flow.username().get());
      assertThat(flow.egressBytes()).isPositive();
      assertThat(flow.ingressBytes()).isBetween(0L, flow.egressBytes());
    }
    assertThat(identifiers).hasSize(12).contains("");
    assertThat(places).hasSizeGreaterThan(4);
    assertThat(usernames).hasSize(12).allMatch(name -> name.matches("[0-9a-f]{96}"));
  }

  private static long egress(long seed, String from, String to) {
    return flows(seed, "key", from, to).stream().mapToLong(Flow::egressBytes).sum();
  }

  private static List<String> described(long seed, String key, String from, String to) {
    return flows(seed, key, from, to).stream()
        .map(
            flow ->
                String.join(
                    " ",
                    String.valueOf(flow.bucket()),
                    flow.customIdentifier(),
                    flow.username().get(),
                    flow.dataCentre().code(),
                    flow.egressBytes() + "/" + flow.ingressBytes()))
        .toList();
  }

  private static List<Flow> flows(long seed, String key, String from, String to) {
    List<Flow> flows = new ArrayList<>();
    new MeetingTraffic(seed)
        .flows(
            key,
            PROFILE,
            FiveMinutes.startingFrom(Instant.parse(from)),
            FiveMinutes.startingFrom(Instant.parse(to)),
            flows::add);
    return flows;
  }
}
