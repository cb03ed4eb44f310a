package org.turnpike.quality;

import java.util.UUID;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.world.Ports;

/** Reports as browsers send them; each is of a call of its own until it says otherwise. */
public record ReportSamples(
    CallId call,
    int sequence,
    CallPath path,
    FailedJoin failure,
    Country country,
    CallFigures figures) {
  private static final CallFigures USUAL =
      new CallFigures(60, 40, 4, 9_990, 10, 1_000_000, 500_000, 1, 200, 2_000_000);

  public static ReportSamples relayed() {
    return went(Route.RELAYED, CallTransport.UDP);
  }

  public static ReportSamples went(Route route, CallTransport transport) {
    CallPath path = new CallPath(route, transport);
    return new ReportSamples(another(), 1, path, null, Country.UNKNOWN, USUAL);
  }

  public static ReportSamples failed(FailedJoin why) {
    return new ReportSamples(another(), 1, null, why, Country.UNKNOWN, CallFigures.NONE);
  }

  private static CallId another() {
    return new CallId(UUID.randomUUID());
  }

  public ReportSamples from(String country) {
    return new ReportSamples(call, sequence, path, failure, new Country(country), figures);
  }

  /** A later report, or an earlier one, of the same call. */
  public ReportSamples numbered(int number) {
    return new ReportSamples(call, number, path, failure, country, figures);
  }

  public ReportSamples of(CallId other) {
    return new ReportSamples(other, sequence, path, failure, country, figures);
  }

  /** Null for a round trip that is not known. */
  public ReportSamples roundTrip(Integer ms) {
    return with(new CallFigures(60, ms, 4, 9_990, 10, 1_000_000, 500_000, 1, 200, 2_000_000));
  }

  public ReportSamples lost(long packets, long received) {
    return with(
        new CallFigures(60, 40, 4, received, packets, 1_000_000, 500_000, 1, 200, 2_000_000));
  }

  public ReportSamples peaks(long peers, long packets, long bits) {
    return with(new CallFigures(60, 40, 4, 9_990, 10, 1_000_000, 500_000, peers, packets, bits));
  }

  public ReportSamples with(CallFigures other) {
    return new ReportSamples(call, sequence, path, failure, country, other);
  }

  public RelayReport report() {
    return new RelayReport(call, sequence, path, failure, country, figures);
  }

  public static void keep(Ports ports, TenantId tenant, ReportSamples... samples) {
    ports
        .transactions()
        .run(
            Reach.EVERYONE,
            () -> {
              for (ReportSamples sample : samples) {
                ports.relayReports().keep(tenant, sample.report(), ports.clock().instant());
              }
            });
  }
}
