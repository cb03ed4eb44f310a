package org.turnpike.cloudflare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Confidence;
import org.turnpike.usage.Evidence;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageSum;
import org.turnpike.usage.UsageWindow;

/** Reads the rows of a usage answer; one row that cannot be makes all of them worthless. */
final class UsageRows {
  private UsageRows() {}

  /** In order of time; rows of no bytes are no usage and left out. */
  static List<UsageReading> read(List<UntrustedJson> rows, TimeRange asked) {
    TreeMap<Instant, UsageReading> readings = new TreeMap<>();
    for (UntrustedJson row : rows) {
      Instant window = window(row, asked);
      UsageReading reading = new UsageReading(window, volume(row), confidence(row));
      if (readings.put(window, reading) != null) {
        throw Reply.implausible("a window of usage twice");
      }
    }
    return readings.values().stream()
        .filter(reading -> !reading.volume().equals(RelayedVolume.NONE))
        .toList();
  }

  /** No row is no usage. */
  static UsageSum sum(List<UntrustedJson> rows, TimeRange asked, Evidence evidence) {
    if (rows.isEmpty()) {
      return new UsageSum(asked, RelayedVolume.NONE, null, evidence);
    }
    if (rows.size() > 1) {
      throw Reply.implausible("several sums of one TURN key");
    }
    return new UsageSum(asked, volume(rows.get(0)), confidence(rows.get(0)), evidence);
  }

  /** As it is told: what is asked for later must be the same to the letter. */
  static String identifier(UntrustedJson row) {
    return row.path("dimensions", "customIdentifier")
        .string()
        .filter(text -> text.indexOf('\0') < 0)
        .orElseThrow(() -> Reply.implausible("usage without its identifier"));
  }

  private static RelayedVolume volume(UntrustedJson row) {
    return RelayedVolume.ofBytes(
        bytes(row.path("sum", "egressBytes")), bytes(row.path("sum", "ingressBytes")));
  }

  private static Instant window(UntrustedJson row, TimeRange asked) {
    String text =
        row.path("dimensions", "datetimeFifteenMinutes")
            .text()
            .orElseThrow(() -> Reply.implausible("usage without its time"));
    try {
      Instant window = Instant.parse(text);
      if (!asked.contains(window) || !UsageWindow.floor(window).equals(window)) {
        throw Reply.implausible("usage of a time that was not asked for");
      }
      return window;
    } catch (DateTimeParseException e) {
      throw Reply.implausible("usage at a time that is none");
    }
  }

  /** Null unless all of it is there: no figure hangs on it. */
  private static Confidence confidence(UntrustedJson row) {
    UntrustedJson interval = row.path("confidence", "sum", "egressBytes");
    Optional<BigDecimal> lower = interval.field("lower").decimal();
    Optional<BigDecimal> upper = interval.field("upper").decimal();
    OptionalLong samples = interval.field("sampleSize").whole();
    if (lower.isEmpty() || upper.isEmpty() || samples.isEmpty()) {
      return null;
    }
    try {
      return new Confidence(
          lower.get().setScale(0, RoundingMode.FLOOR).longValueExact(),
          upper.get().setScale(0, RoundingMode.CEILING).longValueExact(),
          samples.getAsLong());
    } catch (ArithmeticException e) { // more than can be counted
      return null;
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
