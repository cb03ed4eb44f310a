package org.turnpike.systemtests;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL prepared as docs/operations.md tells a DBA: two roles, and a database of one. */
final class TestDatabase implements AutoCloseable {
  static final String APPLICATION = "turnpike_app";
  static final String PASSWORD = "application-password";
  private static final String OWNER = "turnpike_owner";
  private static final String OWNER_PASSWORD = "owner-password";

  private final Path data;
  private EmbeddedPostgres postgres;

  private TestDatabase(Path data, EmbeddedPostgres postgres) {
    this.data = data;
    this.postgres = postgres;
  }

  static TestDatabase start(Path data) throws IOException, SQLException {
    EmbeddedPostgres postgres = builder(data).start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + OWNER_PASSWORD + "'");
      statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + PASSWORD + "'");
      statement.execute("CREATE DATABASE turnpike OWNER " + OWNER);
    }
    return new TestDatabase(data, postgres);
  }

  private static EmbeddedPostgres.Builder builder(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("listen_addresses", "127.0.0.1");
  }

  /** Every connection is cut; the data stays. */
  void stop() throws IOException {
    postgres.close();
  }

  /** On the same data and port. */
  void startAgain() throws IOException {
    postgres = builder(data).setPort(postgres.getPort()).start();
  }

  int port() {
    return postgres.getPort();
  }

  /** The settings of the role that migrates, as environment variables. */
  Map<String, String> ownerSettings() {
    return Map.of("TURNPIKE_DB_OWNER_USER", OWNER, "TURNPIKE_DB_OWNER_PASSWORD", OWNER_PASSWORD);
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
