package org.turnpike.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.turnpike.simulator.CloudflareSimulator;
import org.turnpike.simulator.SimulatorOptions;

/**
 * {@code ./run}: starts the simulator in this process and the product in one of its own, seeds a
 * sample company, prints every URL and login, and stops all of it at Ctrl-C.
 */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String OPERATOR = "operator@demo.example";

  private final Path home;
  private final Logins logins;
  private final int port = Integer.parseInt(setting("TURNPIKE_HTTP_PORT", "8080"));

  private Demo(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(home);
    this.logins = Logins.in(home);
  }

  /**
   * Runs until it is stopped.
   *
   * @param arguments the product's jar
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path home = Path.of(setting("TURNPIKE_HOME", ".turnpike"), "demo");
    try {
      new Demo(home).run(Path.of(arguments[0]));
    } catch (IllegalStateException e) {
      System.err.println("The demo stopped: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run(Path jar) throws IOException, InterruptedException {
    int simulatorPort = Integer.parseInt(logins.find("simulator.port").orElse("0"));
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withPort(simulatorPort)
            .withStateFile(home.resolve("cloudflare.json"));
    try (CloudflareSimulator simulator = start(options)) {
      logins.keep("simulator.port", Integer.toString(simulator.baseUrl().getPort()));
      System.out.println("Cloudflare simulator  " + simulator.baseUrl());
      Process product = start(jar);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(product)));
      serve(product, simulator.baseUrl());
      int status = product.waitFor();
      if (status != 0 && status != 143 && status != 130) {
        throw new IllegalStateException("the product ended with status " + status + ".");
      }
    }
  }

  private static CloudflareSimulator start(SimulatorOptions options) throws IOException {
    try {
      return CloudflareSimulator.start(options);
    } catch (BindException e) {
      throw new IllegalStateException(
          "port " + options.port() + " of its simulator is taken. Is the demo running already?", e);
    }
  }

  private Process start(Path jar) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString())
            .inheritIO();
    builder.environment().put("TURNPIKE_HOME", home.resolve("product").toString());
    builder.environment().put("TURNPIKE_HTTP_PORT", Integer.toString(port));
    builder.environment().put("TURNPIKE_OPERATOR_EMAIL", OPERATOR);
    builder
        .environment()
        .put("TURNPIKE_OPERATOR_PASSWORD", logins.make("operator.password", "", 12));
    builder
        .environment()
        .put("TURNPIKE_OPERATOR_API_KEY", logins.make("operator.api.key", "tpk_", 32));
    builder.environment().putIfAbsent("TURNPIKE_COLLECT_INTERVAL", "PT20S");
    return builder.start();
  }

  private void serve(Process product, URI simulator) throws IOException, InterruptedException {
    URI base = URI.create("http://127.0.0.1:" + port);
    TurnpikeApi api = new TurnpikeApi(base, logins.find("operator.api.key").orElseThrow());
    await("the product to be ready", product, api::ready);
    SampleCompany company = new SampleCompany(api, simulator, logins);
    if (!company.isSeeded()) {
      System.out.println("Seeding four sample tenants …");
      company.seed();
      System.out.println("Collecting usage …");
      await("three months of usage", product, () -> collected(api));
    }
    announce(base);
  }

  private static boolean collected(TurnpikeApi api) {
    for (JsonNode statement : api.get("/statements/current").get("items")) {
      if (statement.path("completeThrough").isNull()
          || statement.path("completeThrough").isMissingNode()) {
        return false;
      }
    }
    return true;
  }

  private interface Ready {
    boolean get() throws InterruptedException;
  }

  private static void await(String what, Process product, Ready ready) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!ready.get()) {
      if (!product.isAlive()) {
        throw new IllegalStateException("the product ended before it was ready.");
      }
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException(
            "waited " + PATIENCE.toSeconds() + " s for " + what + "; see the log in its home.");
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private void announce(URI base) {
    System.out.printf(
        """

        Turnpike is ready
          Console           %1$s/console
          API               %1$s/api/v1        OpenAPI %1$s/api/openapi

          Operator          %2$s    %3$s
          Finance           %4$s     %5$s
          Tenant admin      %6$s    %7$s
          Tenant viewer     %8$s   %9$s
          API key of Harbour Meetings: %10$s

          Logins are kept in %11$s. Ctrl-C stops everything; the next start keeps the data.
        """,
        base,
        OPERATOR,
        login("operator.password"),
        login("finance.email"),
        login("finance.password"),
        login("tenant-admin.email"),
        login("tenant-admin.password"),
        login("tenant-viewer.email"),
        login("tenant-viewer.password"),
        login("api.key"),
        logins.file());
  }

  private String login(String name) {
    return logins.find(name).orElseThrow();
  }

  private static void stop(Process product) {
    product.destroy();
    try {
      if (!product.waitFor(30, TimeUnit.SECONDS)) {
        product.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      product.destroyForcibly();
    }
  }

  private static String setting(String variable, String fallback) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? fallback : value;
  }
}
