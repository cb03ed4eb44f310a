package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.systemtests.Installation;

/**
 * wrk: connections that each ask again as soon as they are answered.
 *
 * @param known how many known identifiers there are, from user-1
 */
record Wrk(String apiKey, int known, Duration time) {
  /** As the script's last line has it. */
  private static final Pattern MEASURED =
      Pattern.compile("measured (\\d+) (\\d+) (\\d+) (\\d+)\\s*$");

  private static final AtomicInteger RUNS = new AtomicInteger();
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double MICROS_PER_MILLI = 1e3;

  /** Answers in a second, for known identifiers. */
  Load throughput(int connections) {
    return side -> throughput(side, connections, Map.of());
  }

  /** Answers in a second, each for an identifier never seen before. */
  Load throughputOfNewcomers(int connections) {
    return side -> throughput(side, connections, newcomers());
  }

  /** Answers, for known identifiers. */
  Load answers(int connections) {
    return side -> {
      Matcher line = run(side, connections, Map.of());
      return new Measured(number(line, 1), (long) number(line, 4));
    };
  }

  /** Milliseconds that half of the answers for known identifiers took at most. */
  Load medianLatency() {
    return side -> medianLatency(side, Map.of());
  }

  /** Milliseconds that half of the answers took at most, each for an identifier never seen. */
  Load medianLatencyOfNewcomers() {
    return side -> medianLatency(side, newcomers());
  }

  private Measured medianLatency(Side side, Map<String, String> identifiers)
      throws IOException, InterruptedException {
    Matcher line = run(side, 1, identifiers);
    return new Measured(number(line, 3) / MICROS_PER_MILLI, (long) number(line, 4));
  }

  private static Map<String, String> newcomers() {
    return Map.of("NEWCOMERS", "new-" + RUNS.incrementAndGet() + "-");
  }

  private Measured throughput(Side side, int connections, Map<String, String> identifiers)
      throws IOException, InterruptedException {
    Matcher line = run(side, connections, identifiers);
    double answers = number(line, 1);
    double seconds = number(line, 2) / MICROS_PER_SECOND;
    return new Measured(answers / seconds, (long) number(line, 4));
  }

  private Matcher run(Side side, int connections, Map<String, String> identifiers)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(identifiers);
    environment.put("API_KEY", apiKey);
    environment.put("KNOWN", Integer.toString(known));
    String output =
        Command.run(
            Installation.competitors(),
            environment,
            List.of(
                "wrk",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + time.toSeconds() + "s",
                "--timeout=10s",
                "--script=ice-servers.lua",
                side.address().toString()));
    Matcher line = MEASURED.matcher(output);
    if (!line.find()) {
      throw new IOException("wrk measured nothing:\n" + output);
    }
    return line;
  }

  private static double number(Matcher line, int group) {
    return Double.parseDouble(line.group(group));
  }
}
