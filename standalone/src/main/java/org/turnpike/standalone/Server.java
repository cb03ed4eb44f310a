package org.turnpike.standalone;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.turnpike.shared.Setting;

/** Payara Micro in this process; it finds and deploys the web applications of its own jar. */
final class Server {
  private static final String NETWORK = "configs.config.server-config.network-config.";

  private final Home home;
  private final HttpAddress address;
  private PayaraMicroBoot payara;

  Server(Home home, HttpAddress address) {
    this.home = home;
    this.address = address;
  }

  void start() {
    // Its libraries as files: within our jar, each class would be looked for in 320 nested ones.
    PayaraMicro.setUpackedJarDir(emptied(home.file("libraries")).toFile());
    payara =
        PayaraMicro.getInstance()
            .setNoHazelcast(true)
            .setHttpPort(address.port())
            .setRootDir(emptied(home.file("server")).toFile())
            .setPreBootHandler(this::configure)
            .setPostBootHandler(Server::createDataSource);
    try {
      payara.bootStrap();
    } catch (BootstrapException e) {
      throw new Refused("The server does not start: " + e.getMessage(), e);
    }
    new Readiness(address).await();
  }

  void stop() {
    if (payara != null) {
      try {
        payara.shutdown();
      } catch (BootstrapException | IllegalStateException e) {
        // Its own shutdown hook was faster.
        return;
      }
    }
  }

  private void configure(AdminCommandRunner commands) {
    Log.warnOnTerminal();
    String http = NETWORK + "protocols.protocol.http-listener.http.";
    run(
        commands,
        "set",
        NETWORK + "network-listeners.network-listener.http-listener.address=" + address.host(),
        // Else a connection is closed after 250 calls.
        http + "max-connections=-1",
        http + "comet-support-enabled=false",
        http + "websockets-support-enabled=false",
        http + "compression=on",
        http
            + "compressable-mime-type=text/html,text/css,text/plain,text/csv,text/javascript,"
            + "application/javascript,application/json,application/problem+json,image/svg+xml",
        http + "xpowered-by=false",
        http + "server-header=false",
        "configs.config.server-config.phone-home-runtime-configuration.enabled=false",
        // At these addresses the product answers (root.Probes), not its server.
        "configs.config.server-config.microprofile-metrics-configuration.enabled=false");
    run(commands, "set-microprofile-healthcheck-configuration", "--enabled=false");
    run(commands, "set-openapi-configuration", "--enabled=false");
  }

  /** The password stays out of the configuration: it names a system property of this process. */
  private static void createDataSource(AdminCommandRunner commands) {
    run(
        commands,
        "create-jdbc-connection-pool",
        "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
        "--restype=javax.sql.DataSource",
        "--steadypoolsize=8",
        "--maxpoolsize=32",
        "--maxwait=5000",
        "--matchconnections=true",
        "--isconnectvalidatereq=true",
        "--validationmethod=custom-validation",
        "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "--property=%s:%s:%s:ApplicationName=turnpike:connectTimeout=5:reWriteBatchedInserts=true"
            .formatted(
                reference("url", Setting.DB_URL),
                reference("user", Setting.DB_USER),
                reference("password", Setting.DB_PASSWORD)),
        "turnpike");
    run(commands, "create-jdbc-resource", "--connectionpoolid=turnpike", "jdbc/turnpike");
  }

  private static String reference(String property, Setting setting) {
    return property + "=${" + setting.key() + "}";
  }

  private static void run(AdminCommandRunner commands, String command, String... arguments) {
    ClusterCommandResult result = commands.run(command, arguments);
    if (result.getExitStatus() != ClusterCommandResult.ExitStatus.SUCCESS) {
      throw new Refused("The server refuses " + command + ": " + result.getOutput());
    }
  }

  /** What a former run left: its configuration is made anew at each start. */
  private static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> tree = Files.walk(folder)) {
          for (Path path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
