package org.turnpike.cloudflare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.turnpike.analytics.HourOfConnections;
import org.turnpike.analytics.Place;
import org.turnpike.analytics.Share;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.RelayedVolume;

/** Reads the rows of break-downs; one row that cannot be makes all of them worthless. */
final class BreakdownRows {
  /** What Cloudflare tells of credentials that somebody else minted may be anything. */
  private static final int LONGEST = 255;

  private static final int LONGEST_USERNAME = 512;
  private static final int PLACES = 3;
  private static final BigDecimal BUCKETS_AN_HOUR = BigDecimal.valueOf(12);

  private BreakdownRows() {}

  private record Cell<T>(Instant hour, T whose) {}

  static List<Share<String>> identifiers(List<UntrustedJson> rows, TimeRange asked) {
    return shares(rows, asked, row -> name(row, "customIdentifier"));
  }

  /** Whole, as Turnpike keeps those that it hands out: what is cut short fits no grant. */
  static List<Share<String>> usernames(List<UntrustedJson> rows, TimeRange asked) {
    return shares(rows, asked, row -> name(row, "username", LONGEST_USERNAME));
  }

  static List<Share<Place>> places(List<UntrustedJson> rows, TimeRange asked) {
    return shares(
        rows, asked, row -> new Place(name(row, "datacenterCountry"), name(row, "datacenterCity")));
  }

  /** Cloudflare tells a mean for each five minutes; any longer bucket would mean nothing. */
  static List<HourOfConnections> connections(List<UntrustedJson> rows, TimeRange asked) {
    Map<Instant, BigDecimal> peaks = new TreeMap<>();
    Map<Instant, BigDecimal> sums = new TreeMap<>();
    for (UntrustedJson row : rows) {
      Instant hour = time(row, "datetimeFiveMinutes", asked).truncatedTo(ChronoUnit.HOURS);
      BigDecimal connections =
          row.path("avg", "concurrentConnectionsFiveMinutes")
              .decimal()
              .filter(number -> number.signum() >= 0)
              .orElseThrow(() -> Reply.implausible("connections that are no number"));
      peaks.merge(hour, connections.setScale(PLACES, RoundingMode.HALF_UP), BigDecimal::max);
      sums.merge(hour, connections, BigDecimal::add);
    }
    return peaks.entrySet().stream()
        .filter(hour -> hour.getValue().signum() > 0)
        .map(hour -> hour(hour.getKey(), hour.getValue(), sums.get(hour.getKey())))
        .toList();
  }

  private static HourOfConnections hour(Instant hour, BigDecimal peak, BigDecimal sum) {
    return new HourOfConnections(
        hour, peak, sum.divide(BUCKETS_AN_HOUR, PLACES, RoundingMode.HALF_UP));
  }

  private static <T> List<Share<T>> shares(
      List<UntrustedJson> rows, TimeRange asked, Function<UntrustedJson, T> whose) {
    Map<Cell<T>, RelayedVolume> volumes = new LinkedHashMap<>();
    for (UntrustedJson row : rows) {
      RelayedVolume volume =
          RelayedVolume.ofBytes(
              bytes(row.path("sum", "egressBytes")), bytes(row.path("sum", "ingressBytes")));
      if (!volume.equals(RelayedVolume.NONE)) {
        volumes.merge(
            new Cell<>(time(row, "datetimeHour", asked), whose.apply(row)),
            volume,
            RelayedVolume::plus);
      }
    }
    return volumes.entrySet().stream()
        .map(cell -> new Share<>(cell.getKey().hour(), cell.getKey().whose(), cell.getValue()))
        .toList();
  }

  private static String name(UntrustedJson row, String dimension) {
    return name(row, dimension, LONGEST);
  }

  private static String name(UntrustedJson row, String dimension, int longest) {
    UntrustedJson value = row.path("dimensions", dimension);
    if (value.isAbsent()) {
      throw Reply.implausible("a break-down without its " + dimension);
    }
    String name = value.text().orElse("").replaceAll("\\p{Cntrl}", "\uFFFD");
    return name.length() <= longest ? name : name.substring(0, longest);
  }

  private static Instant time(UntrustedJson row, String dimension, TimeRange asked) {
    String text =
        row.path("dimensions", dimension)
            .text()
            .orElseThrow(() -> Reply.implausible("a break-down without its time"));
    try {
      Instant time = Instant.parse(text);
      if (!asked.contains(time)) {
        throw Reply.implausible("a break-down of a time that was not asked for");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw Reply.implausible("a break-down at a time that is none");
    }
  }

  private static long bytes(UntrustedJson value) {
    long bytes = value.whole().orElse(-1);
    if (bytes < 0) {
      throw Reply.implausible("a volume that is no number of whole bytes");
    }
    return bytes;
  }
}
