package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.Installation;

/**
 * h2load: connections that ask at a fixed rate. It has one body for all requests, so that nobody
 * has an identifier: each caller is new.
 */
record H2load(String apiKey, int connections, Duration time) {
  private static final int STATUS = 1;
  private static final int MICROS = 2;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double MILLIS_PER_SECOND = 1e3;
  private static final String CREATED = "201";

  /** Milliseconds within which 99 of 100 answers came. */
  Load tailLatency(double requestsPerSecond) {
    return side -> {
      Path folder = Installation.workFolder("h2load");
      List<String[]> answers = run(side, requestsPerSecond, folder);
      double[] taken =
          answers.stream()
              .mapToDouble(answer -> Double.parseDouble(answer[MICROS]) / MICROS_PER_MILLI)
              .toArray();
      return new Measured(
          Latencies.ninetyNinthPercentile(taken),
          answers.stream().filter(answer -> !answer[STATUS].equals(CREATED)).count());
    };
  }

  private List<String[]> run(Side side, double requestsPerSecond, Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("body.json"), "{}");
    long requests = Math.round(requestsPerSecond * time.toSeconds());
    long clients = Math.min(connections, requests); // it refuses more than there are requests
    Command.run(
        folder,
        Map.of(),
        List.of(
            "h2load",
            "--h1",
            "--clients=" + clients,
            "--rps=" + requestsPerSecond / clients,
            // One connection after the other; else all would ask at the same moments.
            "--rate=1",
            "--rate-period=%dms".formatted(Math.round(MILLIS_PER_SECOND / requestsPerSecond)),
            "--requests=" + requests,
            "--data=body.json",
            "--header=Authorization: Bearer " + apiKey,
            "--header=Content-Type: application/json",
            "--log-file=answers.tsv",
            side.address().toString()));
    try (var lines = Files.lines(folder.resolve("answers.tsv"))) {
      return lines.map(line -> line.split("\t", -1)).toList();
    }
  }
}
