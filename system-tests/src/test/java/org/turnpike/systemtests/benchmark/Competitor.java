package org.turnpike.systemtests.benchmark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.FreePorts;
import org.turnpike.systemtests.Web;

/** A server beside the product: a process that listens on a free port, and ends with the JVM. */
final class Competitor {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Competitor() {}

  /**
   * Starts it, and waits until it answers.
   *
   * @param environment what it is told; it gets its port as PORT and TURNPIKE_HTTP_PORT
   * @return its base URL
   */
  static URI start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    int port = FreePorts.take(1).get(0);
    Path log = folder.resolve("terminal-" + port + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("TURNPIKE_"));
    builder.environment().putAll(environment);
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("TURNPIKE_HTTP_PORT", Integer.toString(port));
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "competitor-stop"));
    URI base = URI.create("http://127.0.0.1:" + port + "/");
    await("a competitor to answer; see " + log)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it ended; see " + log, () -> !process.isAlive())
        .until(() -> answers(base));
    return base;
  }

  /** Whatever it says to this: it listens. */
  private static boolean answers(URI base) throws InterruptedException {
    try {
      return Web.get(base).statusCode() > 0;
    } catch (IOException notYet) {
      return false;
    }
  }
}
