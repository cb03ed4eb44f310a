package org.turnpike.credentialservice.quality;

import java.util.UUID;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.quality.CallFigures;
import org.turnpike.quality.CallId;
import org.turnpike.quality.CallPath;
import org.turnpike.quality.CallTransport;
import org.turnpike.quality.Country;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.RelayReport;
import org.turnpike.quality.Route;
import org.turnpike.shared.Rejected;

/**
 * A report as {@code turnpike-reports.js} writes it; docs/integration.md says what each field
 * means.
 */
record ReportOfBrowser(
    UUID callId,
    Integer sequence,
    String route,
    String transport,
    String failure,
    String country,
    Long seconds,
    Integer roundTripMs,
    Integer jitterMs,
    Long packetsReceived,
    Long packetsLost,
    Long bytesReceived,
    Long bytesSent,
    Long peakNewPeersPerSecond,
    Long peakPacketsPerSecond,
    Long peakBitsPerSecond) {
  /** Throws {@link Rejected} for a value that no call has. */
  RelayReport report(String countryByProxy) {
    FailedJoin failed = Choice.of(FailedJoin.class, "failure", failure);
    Route way = Choice.of(Route.class, "route", route);
    CallTransport by = Choice.of(CallTransport.class, "transport", transport);
    return new RelayReport(
        new CallId(callId),
        sequence == null ? 0 : sequence,
        way == null && failed != null ? null : new CallPath(way, by),
        failed,
        Country.told(countryByProxy, country),
        new CallFigures(
            orNone(seconds),
            roundTripMs,
            jitterMs,
            orNone(packetsReceived),
            orNone(packetsLost),
            orNone(bytesReceived),
            orNone(bytesSent),
            orNone(peakNewPeersPerSecond),
            orNone(peakPacketsPerSecond),
            orNone(peakBitsPerSecond)));
  }

  private static long orNone(Long figure) {
    return figure == null ? 0 : figure;
  }
}
