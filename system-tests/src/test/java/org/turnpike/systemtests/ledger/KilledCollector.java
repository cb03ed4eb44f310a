package org.turnpike.systemtests.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A collecting process that was killed at that moment.
 *
 * @param read the ends of the ranges that it had read by then
 */
record KilledCollector(Moment moment, List<Instant> read) {
  /**
   * Runs it and kills it.
   *
   * @param newest where the newest window ends
   */
  static KilledCollector at(Moment moment, Instant newest, List<String> command, Path errors)
      throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<Instant> read = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int left = moment.ranges();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        read.add(Instant.parse(line));
        if ((!moment.newest() || read.get(read.size() - 1).equals(newest)) && --left == 0) {
          moment.pass();
          // By its handle: the process would throw away what it said and nobody has read yet.
          process.toHandle().destroyForcibly();
        }
      }
      if (left > 0) {
        throw new IllegalStateException(
            "It ended before %s, and had read %s: %s"
                .formatted(moment, read, Files.readString(errors)));
      }
    } finally {
      process.destroyForcibly();
    }
    return new KilledCollector(moment, read);
  }
}
