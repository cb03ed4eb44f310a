package org.turnpike.credentialservice.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.quality.CallFigures;
import org.turnpike.quality.CallId;
import org.turnpike.quality.CallPath;
import org.turnpike.quality.CallTransport;
import org.turnpike.quality.Country;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.RelayReport;
import org.turnpike.quality.Route;

class ReportOfBrowserTest {
  private static final String ID = "\"callId\":\"00000000-0000-4000-8000-000000000001\"";

  @Test
  void every_field_reaches_the_report() {
    RelayReport report =
        read(
            ID
                + ",\"sequence\":3,\"route\":\"relayed\",\"transport\":\"tls\",\"country\":\"DE\","
                + "\"seconds\":1,\"roundTripMs\":2,\"jitterMs\":3,\"packetsReceived\":4,"
                + "\"packetsLost\":5,\"bytesReceived\":5000000000,\"bytesSent\":7,"
                + "\"peakNewPeersPerSecond\":8,\"peakPacketsPerSecond\":9,\"peakBitsPerSecond\":10");

    assertThat(report)
        .isEqualTo(
            new RelayReport(
                new CallId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
                3,
                new CallPath(Route.RELAYED, CallTransport.TLS),
                null,
                new Country("DE"),
                new CallFigures(1, 2, 3, 4, 5, 5_000_000_000L, 7, 8, 9, 10)));
  }

  @Test
  void a_failed_join_needs_no_figures() {
    RelayReport report = read(ID + ",\"sequence\":1,\"failure\":\"no-relay-candidate\"");

    assertThat(report.failure()).isEqualTo(FailedJoin.NO_RELAY_CANDIDATE);
    assertThat(report.path()).isNull();
    assertThat(report.figures()).isEqualTo(CallFigures.NONE);
    assertThat(report.country()).isEqualTo(Country.UNKNOWN);
  }

  @Test
  void what_is_wrong_is_named() {
    String good = ID + ",\"sequence\":1,\"route\":\"direct\"";
    assertInvalid("callId", () -> read("\"sequence\":1,\"route\":\"direct\""));
    assertInvalid("sequence", () -> read(ID + ",\"route\":\"direct\""));
    assertInvalid("route", () -> read(ID + ",\"sequence\":1"));
    assertInvalid("route", () -> read(ID + ",\"sequence\":1,\"route\":\"around\""));
    assertInvalid("failure", () -> read(good + ",\"failure\":\"other\""));
    assertInvalid("country", () -> read(good + ",\"country\":\"Germany\""));
    assertInvalid("packetsLost", () -> read(good + ",\"packetsLost\":-1"));
    assertInvalid("bytesSent", () -> read(good + ",\"bytesSent\":\"7\""));
    assertInvalid("seconds", () -> read(good + ",\"seconds\":1.5"));
    assertInvalid("userAgent", () -> read(good + ",\"userAgent\":\"x\""));
  }

  private static RelayReport read(String fields) {
    byte[] body = ("{" + fields + "}").getBytes(StandardCharsets.UTF_8);
    return Json.read(body, ReportOfBrowser.class).report(null);
  }
}
