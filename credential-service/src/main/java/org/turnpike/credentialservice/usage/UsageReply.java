package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.usage.RelayedVolume;

/** Usage over time, from the ledger, or broken down for display. */
record UsageReply(
    Instant from,
    Instant to,
    @Schema(allowableValues = {"hour", "day", "month"}) String granularity,
    String timeZone,
    @Schema(description = "when Cloudflare was last read; null before the first time") Instant asOf,
    @Schema(description = "every window before it is in; null before the first")
        Instant completeThrough,
    @Schema(
            description =
                "where the first reading began, if within the range: before, nothing is known",
            nullable = true)
        Instant completeSince,
    @Schema(description = "what is lost in between, because Cloudflare kept it no longer")
        List<Hole> lost,
    @Schema(
            description = "billed: from the ledger; display: estimates, never money",
            allowableValues = {"billed", "display"})
        String basis,
    @Schema(
            description =
                "of break-downs and connections: since when usage is broken down; null when some"
                    + " TURN key never was",
            nullable = true)
        Instant brokenDownSince,
    @Schema(description = "likewise, until when", nullable = true) Instant brokenDownThrough,
    List<UsageSeriesReply> series,
    Volume totals) {
  /** What was relayed in all. */
  record Volume(long egressBytes, long ingressBytes) {}

  static UsageReply of(UsageSeries usage, ConnectionsSeries connections) {
    return of(
        usage,
        "billed",
        connections.coverage().since(),
        connections.coverage().through(),
        usage.keys().stream().map(key -> UsageSeriesReply.of(key, connections)).toList());
  }

  static UsageReply of(BreakdownSeries usage) {
    List<UsageSeriesReply> series = new ArrayList<>();
    usage.rows().forEach(row -> series.add(UsageSeriesReply.of(row)));
    series.add(UsageSeriesReply.other(usage.other()));
    return of(
        usage.ledger(),
        "display",
        usage.coverage().since(),
        usage.coverage().through(),
        List.copyOf(series));
  }

  private static UsageReply of(
      UsageSeries ledger,
      String basis,
      Instant since,
      Instant through,
      List<UsageSeriesReply> series) {
    RelayedVolume total = ledger.total();
    return new UsageReply(
        ledger.range().start(),
        ledger.range().end(),
        ledger.granularity().wireName(),
        ledger.zone().getId(),
        ledger.completeness().asOf(),
        ledger.completeness().through(ledger.range().end()),
        ledger.completeness().claimedSince(ledger.range().start()),
        Hole.in(ledger.completeness(), ledger.range()),
        basis,
        since,
        through,
        series,
        new Volume(total.egress().bytes(), total.ingress().bytes()));
  }
}
