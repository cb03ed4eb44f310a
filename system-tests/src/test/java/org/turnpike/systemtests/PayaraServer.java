package org.turnpike.systemtests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.Driver;

/**
 * A Payara Server with a domain of its own, every port a free one of the loopback address. Its
 * administrator is this test, by the same commands as in docs/operations.md.
 */
final class PayaraServer {
  private static final String DOMAIN = "turnpike";

  private final Path domains;
  private final int adminPort;
  private final int httpPort;

  private PayaraServer(Path domains, int adminPort, int httpPort) {
    this.domains = domains;
    this.adminPort = adminPort;
    this.httpPort = httpPort;
  }

  static PayaraServer create(Path folder) throws IOException, InterruptedException {
    List<Integer> ports = FreePorts.take(10);
    PayaraServer server = new PayaraServer(folder, ports.get(0), ports.get(1));
    server.asadmin(
        Map.of(),
        "create-domain",
        "--nopassword=true",
        "--domaindir=" + folder,
        "--adminport=" + ports.get(0),
        "--instanceport=" + ports.get(1),
        "--domainproperties="
            + "http.ssl.port=%d:jms.port=%d:domain.jmxPort=%d:orb.listener.port=%d"
                .formatted(ports.get(2), ports.get(3), ports.get(4), ports.get(5))
            + ":orb.ssl.port=%d:orb.mutualauth.port=%d:osgi.shell.telnet.port=%d"
                .formatted(ports.get(6), ports.get(7), ports.get(8))
            + ":java.debugger.port=%d".formatted(ports.get(9)),
        DOMAIN);
    server.installDriver();
    return server;
  }

  /** Starts the domain; its environment is where the product's settings come from. */
  void start(Map<String, String> environment) throws IOException, InterruptedException {
    Path commands = Files.writeString(domains.resolve("boot-commands"), LOOPBACK_ONLY);
    asadmin(
        environment,
        "start-domain",
        "--domaindir=" + domains,
        "--prebootcommandfile=" + commands,
        DOMAIN);
  }

  /** One command to the running server. */
  void administer(String... command) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--port=" + adminPort));
    arguments.addAll(List.of(command));
    asadmin(Map.of(), arguments.toArray(String[]::new));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  void stop() throws IOException, InterruptedException {
    asadmin(Map.of(), "stop-domain", "--domaindir=" + domains, DOMAIN);
  }

  private static final String LOOPBACK_ONLY =
      """
      set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener-1.address=127.0.0.1
      set configs.config.server-config.network-config.network-listeners.network-listener.http-listener-2.address=127.0.0.1
      set configs.config.server-config.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1
      set configs.config.server-config.iiop-service.iiop-listener.orb-listener-1.address=127.0.0.1
      set configs.config.server-config.iiop-service.iiop-listener.SSL.address=127.0.0.1
      set configs.config.server-config.iiop-service.iiop-listener.SSL_MUTUALAUTH.address=127.0.0.1
      set configs.config.server-config.admin-service.jmx-connector.system.address=127.0.0.1
      """;

  private void installDriver() throws IOException {
    Path driver =
        Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    Files.copy(
        driver,
        domains.resolve(DOMAIN).resolve("lib").resolve(driver.getFileName()),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void asadmin(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(domains, "asadmin", ".log");
    Path client = Installation.payaraServer().resolve("glassfish/lib/client/appserver-cli.jar");
    List<String> command = Java.inTests("-jar", client.toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    if (builder.start().waitFor() != 0) {
      throw new AssertionError(
          String.join(" ", arguments) + " failed:\n" + Files.readString(output));
    }
  }
}
