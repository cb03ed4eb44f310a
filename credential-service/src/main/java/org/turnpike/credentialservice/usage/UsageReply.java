package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.usage.RelayedVolume;

/** Usage over time, from the ledger: the figures that are billed. */
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
    @Schema(allowableValues = {"billed", "display"}) String basis,
    List<Series> series,
    Volume totals) {
  /** One TURN key's; steps without usage are left out. */
  record Series(
      @Schema(description = "the TURN key's id") String key, String name, List<Point> points) {
    static Series of(UsageSeries.KeyRow row) {
      return new Series(
          row.turnKey().id().toString(),
          row.turnKey().name(),
          row.points().stream().map(Point::of).toList());
    }
  }

  /** What was relayed in the step that starts there. */
  record Point(Instant start, long egressBytes, long ingressBytes) {
    static Point of(UsageSeries.Point point) {
      RelayedVolume volume = point.volume();
      return new Point(point.start(), volume.egress().bytes(), volume.ingress().bytes());
    }
  }

  /** What was relayed in all. */
  record Volume(long egressBytes, long ingressBytes) {}

  static UsageReply of(UsageSeries usage) {
    return new UsageReply(
        usage.range().start(),
        usage.range().end(),
        usage.granularity().wireName(),
        usage.zone().getId(),
        usage.completeness().asOf(),
        usage.completeness().through(usage.range().end()),
        usage.completeness().claimedSince(usage.range().start()),
        Hole.in(usage.completeness(), usage.range()),
        "billed",
        usage.keys().stream().map(Series::of).toList(),
        new Volume(usage.total().egress().bytes(), usage.total().ingress().bytes()));
  }
}
