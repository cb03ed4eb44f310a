package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.turnpike.systemtests.Installation;

/** The table of one benchmark, and what it was measured on. */
final class Report {
  private static final String HEAD =
      """
      | what | side | median | spread | Turnpike : side | required | |
      | --- | --- | ---: | ---: | ---: | --- | --- |
      """;

  private final List<Row> rows = new ArrayList<>();

  /** Adds rows; returns those whose requirement is not met, as they stand in the table. */
  List<String> add(List<Row> added) {
    rows.addAll(added);
    return notMet(added);
  }

  /** Of all rows. */
  List<String> notMet() {
    return notMet(rows);
  }

  private static List<String> notMet(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.verdict() == Row.Verdict.NOT_MET)
        .map(Row::markdown)
        .toList();
  }

  /**
   * Leaves it, as Markdown, below those of other benchmarks.
   *
   * @param how it was measured
   */
  void leave(String how) throws IOException {
    String text =
        "%s, %s. %s%n%n%s%s%n%n"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MINUTES),
                how,
                machine(),
                HEAD,
                rows.stream().map(Row::markdown).collect(Collectors.joining("\n")));
    Files.writeString(
        Installation.benchmarkReport(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String machine() throws IOException {
    String processor =
        Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
    return "%d cores of %s, Java %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor,
            System.getProperty("java.version"));
  }
}
