package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.Connections;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.usage.RelayedVolume;

/** Usage of one of those it is grouped by; steps without usage are left out. */
@Schema(name = "UsageSeries")
record UsageSeriesReply(
    @Schema(
            description =
                "the TURN key's id, the custom identifier, the country, or the city and its"
                    + " country; null for every other kind",
            nullable = true)
        String key,
    @Schema(
            description =
                "named; none: usage without an identifier, or of a place Cloudflare does not tell;"
                    + " erased: of people who were forgotten; other: what the ledger has more",
            allowableValues = {"named", "none", "erased", "other"})
        String kind,
    @Schema(description = "for people to read") String name,
    List<Point> points) {
  private static final String NAMED = "named";

  /** What was relayed in the step that starts there. */
  @Schema(name = "UsagePoint")
  record Point(
      Instant start,
      long egressBytes,
      long ingressBytes,
      @Schema(description = "for display; null where they are not known", nullable = true)
          Concurrency connections) {}

  /** Connections open at once. */
  @Schema(name = "UsageConnections")
  record Concurrency(
      @Schema(description = "of its buckets of five minutes, rounded up") long peak,
      @Schema(description = "over the hours that are known, a decimal") String mean) {}

  static UsageSeriesReply of(UsageSeries.KeyRow row, ConnectionsSeries connections) {
    Map<Instant, Connections> known = new TreeMap<>();
    connections.keys().stream()
        .filter(each -> each.turnKey().id().equals(row.turnKey().id()))
        .flatMap(each -> each.points().stream())
        .forEach(point -> known.put(point.start(), point.connections()));
    Map<Instant, RelayedVolume> volumes =
        row.points().stream()
            .collect(
                Collectors.toMap(
                    UsageSeries.Point::start,
                    UsageSeries.Point::volume,
                    RelayedVolume::plus,
                    TreeMap::new));
    known.keySet().forEach(start -> volumes.putIfAbsent(start, RelayedVolume.NONE));
    return new UsageSeriesReply(
        row.turnKey().id().toString(),
        NAMED,
        row.turnKey().name(),
        volumes.entrySet().stream()
            .map(at -> point(at.getKey(), at.getValue(), known.get(at.getKey())))
            .toList());
  }

  static UsageSeriesReply of(BreakdownSeries.Row row) {
    if (row.erased()) {
      return new UsageSeriesReply(null, "erased", "Erased", points(row.points()));
    }
    return row.name().isEmpty()
        ? new UsageSeriesReply(null, "none", "None", points(row.points()))
        : new UsageSeriesReply(row.name(), NAMED, row.name(), points(row.points()));
  }

  static UsageSeriesReply other(List<UsageSeries.Point> points) {
    return new UsageSeriesReply(null, "other", "Other", points(points));
  }

  private static List<Point> points(List<UsageSeries.Point> points) {
    return points.stream().map(at -> point(at.start(), at.volume(), null)).toList();
  }

  private static Point point(Instant start, RelayedVolume volume, Connections connections) {
    return new Point(
        start,
        volume.egress().bytes(),
        volume.ingress().bytes(),
        connections == null
            ? null
            : new Concurrency(
                connections.peak().setScale(0, RoundingMode.CEILING).longValueExact(),
                Figures.plain(connections.mean())));
  }
}
