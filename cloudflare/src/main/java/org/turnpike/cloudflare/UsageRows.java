package org.turnpike.cloudflare;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageWindow;

/** Reads the rows of a usage answer; one row that cannot be makes all of them worthless. */
final class UsageRows {
  private UsageRows() {}

  /** In order of time; rows of no bytes are no usage and left out. */
  static List<UsageReading> read(List<UntrustedJson> rows, TimeRange asked) {
    TreeMap<Instant, UsageReading> readings = new TreeMap<>();
    for (UntrustedJson row : rows) {
      Instant window = window(row, asked);
      UsageReading reading =
          new UsageReading(
              window,
              RelayedVolume.ofBytes(
                  bytes(row.path("sum", "egressBytes")), bytes(row.path("sum", "ingressBytes"))));
      if (readings.put(window, reading) != null) {
        throw Reply.implausible("a window of usage twice");
      }
    }
    return readings.values().stream()
        .filter(reading -> !reading.volume().equals(RelayedVolume.NONE))
        .toList();
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

  private static long bytes(UntrustedJson value) {
    long bytes = value.whole().orElse(-1);
    if (bytes < 0) {
      throw Reply.implausible("a volume that is no number of whole bytes");
    }
    return bytes;
  }
}
