package org.turnpike.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process that was killed at that point, and all that it had said by then. */
record KilledProcess(KillPoint point, List<String> lines) {
  /** Runs it and kills it. */
  static KilledProcess of(KillPoint point, List<String> command, Path errors) throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int left = point.lines();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        if (line.startsWith(point.kind()) && --left == 0) {
          kill(process, point.nanos());
        }
      }
      if (left > 0) {
        throw new IllegalStateException(
            "It ended before " + point + ": " + Files.readString(errors));
      }
    } finally {
      process.destroyForcibly();
    }
    return new KilledProcess(point, lines);
  }

  /** By its handle: the process itself would throw away what it said and nobody has read yet. */
  private static void kill(Process process, long nanos) {
    long at = System.nanoTime() + nanos;
    while (System.nanoTime() < at) {
      Thread.onSpinWait();
    }
    process.toHandle().destroyForcibly();
  }

  /** What comes after that word, of each line that begins with it. */
  private Stream<String> said(String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1));
  }

  List<String> minted() {
    return said(IssuingProcess.MINTED).toList();
  }

  List<HandedOut> handedOut() {
    return said(IssuingProcess.HANDED_OUT).map(HandedOut::read).toList();
  }

  /** A credential that somebody has. */
  record HandedOut(String grant, String username, String identifier) {
    static HandedOut read(String line) {
      String[] words = line.split(" ", -1);
      return new HandedOut(words[0], words[1], words[2]);
    }

    boolean toSomebody() {
      return !identifier.equals(IssuingProcess.NOBODY);
    }

    boolean toRegular() {
      return identifier.startsWith(IssuingProcess.REGULAR);
    }
  }
}
