package org.turnpike.systemtests.ledger;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.migrations.SchemaMigration;
import org.turnpike.systemtests.Installation;

/**
 * A PostgreSQL of a test's own, migrated as docs/operations.md tells a DBA, that can be killed and
 * frozen.
 */
final class Postgres implements AutoCloseable {
  static final String OWNER = "turnpike_owner";
  static final String APPLICATION = "turnpike_app";
  static final String PASSWORD = "any";
  private static final String SUPERUSER = "postgres";
  private static final String NAME = "turnpike";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of the tests that do not break it. */
  private static Postgres shared;

  private final Path data;
  private final Map<String, String> configuration;
  private EmbeddedPostgres postgres;

  private Postgres(Path data, Map<String, String> configuration, EmbeddedPostgres postgres) {
    this.data = data;
    this.configuration = configuration;
    this.postgres = postgres;
  }

  /** That of all tests which leave it alone; it ends with this JVM. */
  static synchronized Postgres shared() throws IOException, SQLException {
    if (shared == null) {
      shared = start(Installation.workFolder("ledger").resolve("database"), Map.of(), Map.of());
    }
    return shared;
  }

  /**
   * Starts one.
   *
   * @param data an empty or absent folder
   * @param made options of {@code initdb}
   * @param configuration of the server
   */
  static Postgres start(Path data, Map<String, String> made, Map<String, String> configuration)
      throws IOException, SQLException {
    EmbeddedPostgres.Builder builder = builder(data, configuration);
    // All that the builder does with a locale is to hand it to initdb.
    made.forEach(builder::setLocaleConfig);
    Postgres started = new Postgres(data, configuration, builder.start());
    try (Connection connection = started.postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of(OWNER, APPLICATION)) {
        statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + PASSWORD + "'");
      }
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
    }
    new SchemaMigration(started.as(OWNER), APPLICATION).migrate();
    return started;
  }

  private static EmbeddedPostgres.Builder builder(Path data, Map<String, String> configuration) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setServerConfig("listen_addresses", "127.0.0.1");
    configuration.forEach(builder::setServerConfig);
    return builder;
  }

  PGSimpleDataSource as(String role) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {postgres.getPort()});
    database.setDatabaseName(NAME);
    database.setUser(role);
    database.setPassword(PASSWORD);
    return database;
  }

  int port() {
    return postgres.getPort();
  }

  /** Past triggers, foreign keys and row-level security, as only a superuser can. */
  void asSuperuser(String... commands) {
    try (Connection connection = as(SUPERUSER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As when two minutes have passed since the holder of each was last heard of. */
  void endLeases() {
    asSuperuser("UPDATE lease SET expires_at = clock_timestamp()");
  }

  /** As {@code kill -9} of every process it has. */
  void kill() throws IOException {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Nothing of it moves until {@link #thaw()}; its connections stay open. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  /** On the same data and port, whatever became of the one before. */
  void startAgain() throws IOException {
    int port = postgres.getPort();
    kill(); // in the middle of a recovery it takes its time to end
    postgres.close();
    postgres = builder(data, configuration).setPort(port).start();
  }

  private void signal(String name) throws IOException, InterruptedException {
    List<String> pids = processes().stream().map(each -> Long.toString(each.pid())).toList();
    List<String> command = Stream.concat(Stream.of("kill", name), pids.stream()).toList();
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("Could not " + command);
    }
  }

  /** The server first, then all that it started; none when it has ended. */
  private List<ProcessHandle> processes() throws IOException {
    Path pid = data.resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return List.of();
    }
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip())).stream()
        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
        .toList();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
