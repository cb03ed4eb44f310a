package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.turnpike.analytics.Connections;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Measure;
import org.turnpike.usage.RelayedVolume;

/** The figures above the chart, each with what it is compared with. */
public record UsageTotals(UsageInView usage) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  /** One of them. */
  public record Tile(String label, String value, String unit, String note) {}

  public List<Tile> tiles() {
    RelayedVolume total = usage.ledger().total();
    Tile egress =
        volume("Egress", total.egress().gigabytes(), before(Measure.EGRESS), "to clients: charged");
    Tile ingress =
        volume(
            "Ingress", total.ingress().gigabytes(), before(Measure.INGRESS), "from clients: free");
    return usage.view().measure() == Measure.CONNECTIONS
        ? List.of(egress, ingress, mean(), peak())
        : List.of(egress, ingress, count());
  }

  /** What the figures are compared with, in words; null when with nothing. */
  public String comparison() {
    if (usage.earlier() == null) {
      return null;
    }
    ZoneId zone = usage.view().range().zone();
    return "Compared with %s through %s, %s: as long, and as far into it"
        .formatted(
            minute(usage.earlier().range().start(), zone),
            minute(usage.earlier().range().end(), zone),
            zone.getId());
  }

  private static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }

  private static Tile volume(String label, BigDecimal now, BigDecimal before, String note) {
    return new Tile(
        label, Figures.roughly(now), "GB", before == null ? note : Change.of(now, before));
  }

  private BigDecimal before(Measure measure) {
    if (usage.earlier() == null) {
      return null;
    }
    RelayedVolume total = usage.earlier().ledger().total();
    return (measure == Measure.EGRESS ? total.egress() : total.ingress()).gigabytes();
  }

  private Tile count() {
    long named = usage.lines().stream().filter(line -> !line.isOther()).count();
    return new Tile(
        usage.view().grouping().many(),
        Figures.count(named),
        "",
        usage.lines().stream().anyMatch(UsageLine::isOther)
            ? "and others together"
            : "that relayed anything");
  }

  /** Means add up over TURN keys; peaks do not, since they are not at the same time. */
  private Tile mean() {
    BigDecimal now = mean(usage.lines());
    if (now == null) {
      return new Tile("Mean connections", "–", "", "not known in this range");
    }
    BigDecimal before = usage.earlier() == null ? null : mean(usage.earlier().lines());
    return new Tile(
        "Mean connections",
        Figures.roughly(now),
        "",
        before == null ? "at once, of all TURN keys" : Change.of(now, before));
  }

  private static BigDecimal mean(List<UsageLine> lines) {
    return lines.stream()
        .map(UsageLine::concurrency)
        .filter(Objects::nonNull)
        .map(Connections::mean)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private Tile peak() {
    return usage.lines().stream()
        .filter(line -> line.concurrency() != null)
        .max(Comparator.comparing(line -> line.concurrency().peak()))
        .map(
            line ->
                new Tile(
                    "Highest peak",
                    Figures.whole(line.concurrency().peak()),
                    "",
                    "of " + line.name()))
        .orElse(new Tile("Highest peak", "–", "", "not known in this range"));
  }
}
