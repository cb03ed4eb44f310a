package org.turnpike.console.quality;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.turnpike.console.shell.Csv;
import org.turnpike.console.shell.CsvDownload;
import org.turnpike.console.usage.Range;
import org.turnpike.quality.QualityFigures;
import org.turnpike.quality.RelayQuality;
import org.turnpike.quality.SeeRelayQuality;
import org.turnpike.tenant.Tenant;

/** The page's figures: all calls, then by the way they went, by country, failed joins by reason. */
@WebServlet("/relay-quality.csv")
public class RelayQualityCsv extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Inject transient SeeRelayQuality seeing;
  @Inject transient QualityWords words;
  @Inject transient Clock clock;

  @Override
  protected Download download(HttpServletRequest request) {
    Tenant tenant = tenant(request);
    Range range = Range.asked(request::getParameter, ZoneId.of("UTC"), clock);
    RelayQuality quality = seeing.of(person.caller(), tenant.id(), range.time());
    return new Download(
        "relay-quality-%s-%s-%s".formatted(tenant.slug(), range.from(), range.through()),
        table(quality));
  }

  private Csv table(RelayQuality quality) {
    Csv table =
        new Csv(
            "by",
            "name",
            "calls",
            "relayed",
            "round_trip_median_ms",
            "round_trip_p95_ms",
            "jitter_median_ms",
            "packets_received",
            "packets_lost",
            "bits_received_per_second",
            "bits_sent_per_second");
    row(table, "all", "", quality.whole());
    quality.byPath().forEach(of -> row(table, "route", words.path(of.path()), of.figures()));
    quality
        .byCountry()
        .forEach(
            of ->
                row(
                    table,
                    "country",
                    of.country().isKnown() ? of.country().code() : "",
                    of.figures()));
    quality.near().forEach((limit, calls) -> table.row("near limit", words.limit(limit), calls));
    quality.failures().forEach((why, joins) -> table.row("failed", words.failure(why), joins));
    return table;
  }

  private static void row(Csv table, String by, String name, QualityFigures of) {
    table.row(
        by,
        name,
        of.calls(),
        of.relayed(),
        of.medianRoundTripMs(),
        of.p95RoundTripMs(),
        of.medianJitterMs(),
        of.packetsReceived(),
        of.packetsLost(),
        orNull(of.bitsReceived()),
        orNull(of.bitsSent()));
  }

  private static Long orNull(Optional<Long> value) {
    return value.orElse(null);
  }
}
