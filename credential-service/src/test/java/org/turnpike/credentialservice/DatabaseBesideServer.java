package org.turnpike.credentialservice;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.postgresql.Driver;
import org.turnpike.shared.Setting;

/** Starts PostgreSQL before Payara Micro, and tells it where: the roles are as in production. */
public final class DatabaseBesideServer implements LoadableExtension {
  static final String OPERATOR_KEY = "tpk_operator-of-the-integration-test";
  static final String OPERATOR_EMAIL = "operator@example.com";

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Lifecycle.class);
  }

  /** What happens before the first and after the last test. */
  public static final class Lifecycle {
    private static final String LOOPBACK_ONLY =
        "set configs.config.server-config.network-config.network-listeners.network-listener"
            + ".http-listener.address=127.0.0.1";

    private EmbeddedPostgres postgres;

    public void start(@Observes ContainerRegistry registry) throws IOException, SQLException {
      postgres =
          EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE turnpike_owner LOGIN PASSWORD 'owner'");
        statement.execute("CREATE ROLE turnpike_app LOGIN PASSWORD 'app'");
        statement.execute("CREATE DATABASE turnpike OWNER turnpike_owner");
      }
      Path listener = file("listener.asadmin", LOOPBACK_ONLY);
      Path dataSource = file("data-source.asadmin", dataSource());
      for (Container<?> server : registry.getContainers()) {
        server.getContainerConfiguration().property("cmdOptions", String.join(" ", settings()));
        server
            .getContainerConfiguration()
            .property(
                "extraMicroOptions",
                "--nohazelcast --addlibs %s --prebootcommandfile %s --postbootcommandfile %s"
                    .formatted(driver(), listener, dataSource));
      }
    }

    public void stop(@Observes AfterSuite end) throws IOException {
      postgres.close();
    }

    private static Path file(String name, String content) throws IOException {
      return Files.writeString(Path.of("target", "it", name).toAbsolutePath(), content);
    }

    private String dataSource() {
      return """
          create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
          --restype javax.sql.DataSource --matchconnections=true --property \
          serverName=127.0.0.1:portNumber=%d:databaseName=turnpike:user=turnpike_app:password=app turnpike
          create-jdbc-resource --connectionpoolid turnpike jdbc/turnpike
          """
          .formatted(postgres.getPort());
    }

    private static List<String> settings() {
      return List.of(
          "-Xmx512m",
          set(Setting.DB_OWNER_USER, "turnpike_owner"),
          set(Setting.DB_OWNER_PASSWORD, "owner"),
          set(Setting.MASTER_KEY, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
          set(Setting.OPERATOR_EMAIL, OPERATOR_EMAIL),
          set(Setting.OPERATOR_PASSWORD, "correct-horse-battery"),
          set(Setting.OPERATOR_API_KEY, OPERATOR_KEY),
          set(Setting.COLLECT_INTERVAL, "PT1S"),
          set(Setting.PUBLIC_URL, "https://turnpike.example"),
          set(Setting.TRUSTED_PROXIES, "127.0.0.0/8"));
    }

    private static String set(Setting setting, String value) {
      return "-D" + setting.key() + "=" + value;
    }

    private static String driver() {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath())
          .toString();
    }
  }
}
