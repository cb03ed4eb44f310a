package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.Java;
import org.turnpike.systemtests.benchmark.servlet.BareServlet;
import org.turnpike.systemtests.world.OwnPostgres;

/**
 * The product's own jar with its web applications exchanged for bare servlets: the same launcher,
 * Payara, settings, threads, connection pool and JVM options by construction. Its database lies in
 * the product's PostgreSQL.
 */
final class BarePayara {
  private static final String DATABASE = "benchmark";
  private static final String PASSWORD = "benchmark-password";

  private BarePayara() {}

  /** Starts it; returns its base URL. */
  static URI start(Path folder, OwnPostgres postgres, Map<String, String> upstream)
      throws IOException, SQLException {
    prepare(postgres);
    Path jar = folder.resolveSibling("bare-payara.jar"); // one for all runs: it is big
    Files.copy(Installation.standalone(), jar, StandardCopyOption.REPLACE_EXISTING);
    exchangeApplications(jar, archive(folder.resolve("ROOT.war")));
    Map<String, String> environment = new HashMap<>(upstream);
    environment.put("TURNPIKE_HOME", folder.resolve("home").toString());
    return Competitor.start(
        folder,
        environment,
        List.of(
            Java.EXECUTABLE,
            "-Dturnpike.db.url=" + postgres.url(DATABASE),
            "-Dturnpike.db.user=" + DATABASE,
            "-Dturnpike.db.password=" + PASSWORD,
            "-jar",
            jar.toString()));
  }

  private static void prepare(OwnPostgres postgres) throws SQLException {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + DATABASE + " LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("CREATE DATABASE " + DATABASE);
    }
    try (Connection connection = postgres.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE issued (id uuid PRIMARY KEY, asked text NOT NULL,"
              + " at timestamptz NOT NULL DEFAULT now())");
      statement.execute("GRANT INSERT ON issued TO " + DATABASE);
    }
  }

  private static void exchangeApplications(Path jar, Path war) throws IOException {
    try (FileSystem archive = FileSystems.newFileSystem(jar)) {
      Path deployed = archive.getPath("MICRO-INF", "deploy");
      Files.delete(deployed.resolve("api.war"));
      Files.delete(deployed.resolve("console.war"));
      Files.copy(war, deployed.resolve("ROOT.war"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The web application of this benchmark's servlets. */
  private static Path archive(Path war) throws IOException {
    Path classes =
        Path.of(BareServlet.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    String folder = BareServlet.class.getPackageName().replace('.', '/');
    try (FileSystem archive = FileSystems.newFileSystem(war, Map.of("create", "true"));
        Stream<Path> files = Files.list(classes.resolve(folder))) {
      Path target = Files.createDirectories(archive.getPath("WEB-INF/classes", folder));
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName().toString()));
      }
      return war;
    }
  }
}
