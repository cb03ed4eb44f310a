package org.turnpike.systemtests.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageWindow;

/**
 * All that is wrong with what is kept of a TURN key, a line for people each; empty when it is true.
 */
final class Discrepancies {
  private static final DateTimeFormatter PART =
      DateTimeFormatter.ofPattern("'usage_record_'uuuu_MM").withZone(ZoneOffset.UTC);

  private Discrepancies() {}

  /** Whether each window before the watermark is what it has to be, to the byte. */
  static List<String> inVolumes(Kept kept, NavigableMap<Instant, RelayedVolume> truth) {
    Map<Instant, RelayedVolume> volumes = kept.volumes();
    TreeSet<Instant> windows = new TreeSet<>(volumes.keySet());
    if (kept.through() != null) {
      windows.addAll(truth.headMap(kept.through()).keySet());
    }
    List<String> faults = new ArrayList<>();
    for (Instant window : windows) {
      RelayedVolume is = volumes.getOrDefault(window, RelayedVolume.NONE);
      RelayedVolume ought = truth.getOrDefault(window, RelayedVolume.NONE);
      if (!is.equals(ought)) {
        faults.add(window + " is " + is + " and ought to be " + ought);
      }
    }
    return faults;
  }

  /** Whether a window before the watermark has usage and no line at all. */
  static List<String> holes(Kept kept, NavigableMap<Instant, RelayedVolume> truth) {
    return kept.through() == null
        ? List.of()
        : truth.headMap(kept.through()).keySet().stream()
            .filter(window -> !kept.lines().containsKey(window))
            .map(window -> window + " was read, says the watermark, and has no line")
            .toList();
  }

  /**
   * What is wrong whatever the truth is.
   *
   * @param now no watermark can be later
   */
  static List<String> inItself(Kept kept, Instant now) {
    List<String> faults = new ArrayList<>();
    NavigableMap<LocalDate, RelayedVolume> days = new TreeMap<>();
    kept.lines()
        .forEach(
            (window, lines) -> {
              faults.addAll(inWindow(window, lines));
              days.merge(
                  LocalDate.ofInstant(window, ZoneOffset.UTC), sum(lines), RelayedVolume::plus);
            });
    if (!days.equals(kept.days())) {
      faults.add("The days are " + kept.days() + " and their lines " + days);
    }
    if (!kept.lines().isEmpty()
        && (kept.through() == null || !kept.lines().lastKey().isBefore(kept.through()))) {
      faults.add(kept.lines().lastKey() + " has lines, and the watermark is " + kept.through());
    }
    if (kept.through() != null && kept.through().isAfter(UsageWindow.floor(now))) {
      faults.add("The watermark is " + kept.through() + ", and it is " + now);
    }
    return faults;
  }

  private static List<String> inWindow(Instant window, List<Kept.Line> lines) {
    List<String> faults = new ArrayList<>();
    RelayedVolume sum = RelayedVolume.NONE;
    for (int revision = 0; revision < lines.size(); revision++) {
      Kept.Line line = lines.get(revision);
      sum = sum.plus(line.change());
      if (line.revision() != revision) {
        faults.add(window + " has " + line + " where revision " + revision + " ought to be");
      }
      if (!sum.equals(line.read())) {
        faults.add(window + " comes to " + sum + " with " + line);
      }
      if (!line.part().equals(PART.format(window))) {
        faults.add(window + " has a line in " + line.part());
      }
    }
    return faults;
  }

  private static RelayedVolume sum(List<Kept.Line> lines) {
    return lines.stream().map(Kept.Line::change).reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }
}
