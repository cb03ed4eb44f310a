package org.turnpike.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;

import org.junit.jupiter.api.Test;

class WhatMayBeReportedTest {
  @Test
  void a_call_has_a_random_id() {
    assertInvalid("callId", () -> new CallId(null));
  }

  @Test
  void a_call_has_a_route_or_failed_and_never_both() {
    ReportSamples relayed = ReportSamples.relayed();
    ReportSamples failed = ReportSamples.failed(FailedJoin.OTHER);
    assertInvalid(
        "failure",
        () ->
            new RelayReport(
                relayed.call(),
                1,
                relayed.path(),
                FailedJoin.OTHER,
                Country.UNKNOWN,
                CallFigures.NONE));
    assertInvalid(
        "failure",
        () -> new RelayReport(failed.call(), 1, null, null, Country.UNKNOWN, CallFigures.NONE));
    assertInvalid("route", () -> new CallPath(null, CallTransport.UDP));
    assertInvalid("transport", () -> new CallPath(Route.DIRECT, CallTransport.TLS));
  }

  @Test
  void reports_of_a_call_are_numbered_from_one() {
    ReportSamples sample = ReportSamples.relayed();
    assertInvalid("sequence", sample.numbered(0)::report);
    assertInvalid("sequence", sample.numbered(1_000_001)::report);
    assertThat(sample.numbered(1_000_000).report().sequence()).isEqualTo(1_000_000);
  }

  @Test
  void a_figure_beyond_what_a_call_can_have_is_refused_by_its_name() {
    long most = Long.MAX_VALUE;
    assertInvalid("seconds", () -> new CallFigures(-1, null, null, 0, 0, 0, 0, 0, 0, 0));
    assertInvalid("seconds", () -> new CallFigures(604_801, null, null, 0, 0, 0, 0, 0, 0, 0));
    assertInvalid("roundTripMs", () -> new CallFigures(0, 60_001, null, 0, 0, 0, 0, 0, 0, 0));
    assertInvalid("roundTripMs", () -> new CallFigures(0, -1, null, 0, 0, 0, 0, 0, 0, 0));
    assertInvalid("jitterMs", () -> new CallFigures(0, 1, 60_001, 0, 0, 0, 0, 0, 0, 0));
    assertInvalid("packetsReceived", () -> new CallFigures(0, 1, 1, most, 0, 0, 0, 0, 0, 0));
    assertInvalid("packetsLost", () -> new CallFigures(0, 1, 1, 0, -1, 0, 0, 0, 0, 0));
    assertInvalid("bytesReceived", () -> new CallFigures(0, 1, 1, 0, 0, most, 0, 0, 0, 0));
    assertInvalid("bytesSent", () -> new CallFigures(0, 1, 1, 0, 0, 0, -1, 0, 0, 0));
    assertInvalid("peakNewPeersPerSecond", () -> new CallFigures(0, 1, 1, 0, 0, 0, 0, most, 0, 0));
    assertInvalid("peakPacketsPerSecond", () -> new CallFigures(0, 1, 1, 0, 0, 0, 0, 0, most, 0));
    assertInvalid("peakBitsPerSecond", () -> new CallFigures(0, 1, 1, 0, 0, 0, 0, 0, 0, most));
  }

  @Test
  void a_trusted_proxy_knows_the_country_better_than_the_app() {
    assertThat(Country.told("FR", "DE").code()).isEqualTo("FR");
    assertThat(Country.told(null, "DE").code()).isEqualTo("DE");
    assertThat(Country.told("T1", "DE").code()).as("Tor, says Cloudflare").isEqualTo("DE");
    assertThat(Country.told("XX", null)).isEqualTo(Country.UNKNOWN);
    assertThat(Country.told(null, null).isKnown()).isFalse();
    for (String none : new String[] {"", "de", "DEU", "ZZ", "D\u0000"}) {
      assertInvalid("country", () -> Country.told("FR", none));
    }
  }
}
