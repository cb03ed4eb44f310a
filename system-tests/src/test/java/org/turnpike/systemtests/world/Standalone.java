package org.turnpike.systemtests.world;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.turnpike.systemtests.FreePorts;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.Java;
import org.turnpike.systemtests.Web;

/**
 * The product as {@code java -jar turnpike.jar} starts it, with a home of its own; it stops with
 * the JVM. The tests share one, because a start costs half a minute: it starts with the first test
 * that asks for it.
 */
public final class Standalone {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SECONDS_TO_STOP = 25;
  private static Standalone shared;

  private final Path folder;
  private final World world;
  private final Map<String, String> settings;
  private Process process;
  private List<ProcessHandle> children = List.of();

  private Standalone(Map<String, String> settings) throws IOException {
    folder = Installation.workFolder("standalone");
    world = World.around(URI.create("http://127.0.0.1:" + FreePorts.take(1).get(0) + "/"));
    this.settings = settings;
  }

  public static synchronized Standalone running() {
    if (shared == null) {
      shared =
          apart(Map.of("TURNPIKE_COLLECT_INTERVAL", "PT4S", "TURNPIKE_COLLECT_RESETTLE", "PT15S"));
      shared.warmUp();
    }
    return shared;
  }

  /** The first credential of a cold product comes after the time that callers wait. */
  private void warmUp() {
    TestTenant tenant = TestTenant.added(world, "Warm up");
    tenant.adoptKey("production", 0);
    Api backend = tenant.api("credentials");
    await("a first credential; see " + terminal())
        .atMost(Duration.ofMinutes(1))
        .until(() -> backend.post("/ice-servers", Map.of()).status() == 201);
  }

  /** One that nobody else uses, with settings of its own as environment variables. */
  public static Standalone apart(Map<String, String> settings) {
    try {
      Standalone standalone = new Standalone(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(standalone::stop, "standalone-stop"));
      standalone.start();
      return standalone;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it on the home it had before, if it had one, and waits until it is ready. */
  public void start() throws IOException {
    startUntil("/api/health/ready", "/console/");
  }

  /** The same, and waits for these paths alone. */
  public void startUntil(String... answering) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Java.inTests("-jar", Installation.standalone().toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(terminal().toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("TURNPIKE_"));
    builder.environment().putAll(world.operator().settings());
    builder.environment().put("TURNPIKE_HOME", home().toString());
    builder.environment().put("TURNPIKE_HTTP_PORT", Integer.toString(world.base().getPort()));
    // Nobody answers there: no test asks the world outside.
    builder.environment().put("TURNPIKE_DNS_SERVER", "127.0.0.1:1");
    builder.environment().putAll(settings);
    process = builder.start();
    await("the product to be ready; see " + terminal())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .failFast("the product ended; see " + terminal(), () -> !process.isAlive())
        .until(() -> answer(answering));
    children = process.descendants().toList();
  }

  /** As {@code kill -9}: nothing of it gets to clean up. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public World world() {
    return world;
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Its data folder. */
  public Path home() {
    return folder.resolve("home");
  }

  /** What it said to whoever started it. */
  public Path terminal() {
    return folder.resolve("terminal.log");
  }

  /** Stops it as Ctrl-C does, with whatever it left behind when it was killed. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroy);
    world.cloudflare().close();
  }

  private boolean answer(String... paths) throws InterruptedException {
    for (String path : paths) {
      if (!answers(path)) {
        return false;
      }
    }
    return true;
  }

  private boolean answers(String path) throws InterruptedException {
    try {
      return Web.get(world.uri(path)).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
