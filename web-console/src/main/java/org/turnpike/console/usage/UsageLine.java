package org.turnpike.console.usage;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.Connections;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.Measure;
import org.turnpike.usage.RelayedVolume;

/**
 * One line of the usage page: a TURN key, an identifier, a country, a city, or what is left.
 *
 * @param kind named, none, erased or other, as the API has it
 * @param detail in small letters under the name; null for nothing
 * @param connections null where they are not known
 * @param concurrency likewise, over the range
 */
public record UsageLine(
    String name,
    String detail,
    String kind,
    List<UsageSeries.Point> points,
    List<ConnectionsSeries.Point> connections,
    Connections concurrency) {
  static final String OTHER = "other";
  private static final String NAMED = "named";

  static UsageLine of(UsageSeries.KeyRow key, ConnectionsSeries connections) {
    ConnectionsSeries.KeyRow known =
        connections.keys().stream()
            .filter(row -> row.turnKey().id().equals(key.turnKey().id()))
            .findFirst()
            .orElse(null);
    return new UsageLine(
        key.turnKey().name(),
        key.turnKey().uid(),
        NAMED,
        key.points(),
        known == null ? List.of() : known.points(),
        known == null ? null : known.whole());
  }

  static UsageLine of(BreakdownSeries.Row row, Grouping grouping) {
    if (row.erased()) {
      return broken("Erased", "people who were forgotten", "erased", row.points());
    }
    if (row.name().isEmpty()) {
      return grouping == Grouping.IDENTIFIER
          ? broken("No identifier", "credentials issued without one", "none", row.points())
          : broken("Not told", "Cloudflare does not say where", "none", row.points());
    }
    String country =
        grouping == Grouping.COUNTRY
            ? new Locale("", row.name()).getDisplayCountry(Locale.ENGLISH)
            : row.name();
    return broken(country, country.equals(row.name()) ? null : row.name(), NAMED, row.points());
  }

  static UsageLine other(List<UsageSeries.Point> points) {
    return broken("Other", "in the ledger, and in no line above", OTHER, points);
  }

  private static UsageLine broken(
      String name, String detail, String kind, List<UsageSeries.Point> points) {
    return new UsageLine(name, detail, kind, points, List.of(), null);
  }

  public RelayedVolume volume() {
    return points.stream()
        .map(UsageSeries.Point::volume)
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  boolean isOther() {
    return kind.equals(OTHER);
  }

  /** Over the range; null where it is not known. */
  BigDecimal figure(Measure measure) {
    return switch (measure) {
      case EGRESS -> volume().egress().gigabytes();
      case INGRESS -> volume().ingress().gigabytes();
      case CONNECTIONS -> concurrency == null ? null : concurrency.mean();
    };
  }

  /** By the start of each step. */
  Map<Instant, BigDecimal> figures(Measure measure) {
    return switch (measure) {
      case EGRESS ->
          points.stream()
              .collect(
                  toMap(
                      UsageSeries.Point::start,
                      point -> point.volume().egress().gigabytes(),
                      BigDecimal::add));
      case INGRESS ->
          points.stream()
              .collect(
                  toMap(
                      UsageSeries.Point::start,
                      point -> point.volume().ingress().gigabytes(),
                      BigDecimal::add));
      case CONNECTIONS ->
          connections.stream()
              .collect(
                  toMap(
                      ConnectionsSeries.Point::start,
                      point -> point.connections().mean(),
                      BigDecimal::add));
    };
  }
}
