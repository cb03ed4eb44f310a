package org.turnpike.systemtests.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.migrations.LedgerVerification;
import org.turnpike.migrations.SchemaMigration;

/** A PostgreSQL of the benchmark's own, as careful with data as a real one, and migrated. */
final class LedgerDatabase implements AutoCloseable {
  static final String APPLICATION = "turnpike_app";
  static final String SUPERUSER = "postgres";
  private static final String OWNER = "turnpike_owner";
  private static final String NAME = "turnpike";

  private final EmbeddedPostgres postgres;

  LedgerDatabase() throws IOException, SQLException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("shared_buffers", "1GB")
            .start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD 'any'");
      statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD 'any'");
      statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
    }
    new SchemaMigration(as(OWNER), APPLICATION).migrate();
  }

  PGSimpleDataSource as(String role) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setServerNames(new String[] {"127.0.0.1"});
    database.setPortNumbers(new int[] {postgres.getPort()});
    database.setDatabaseName(NAME);
    database.setUser(role);
    database.setPassword("any");
    return database;
  }

  /** The server itself, beside this JVM. */
  ProcessHandle process() throws IOException, SQLException {
    try (Connection connection = as(SUPERUSER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      row.next();
      List<String> postmaster = Files.readAllLines(Path.of(row.getString(1), "postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(postmaster.get(0).strip())).orElseThrow();
    }
  }

  /** Past triggers, foreign keys and row-level security, as only a superuser can. */
  void asSuperuser(String... commands) throws SQLException {
    try (Connection connection = as(SUPERUSER).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  /** What was written before is on the disk then, and is no burden to what comes next. */
  void emptyLedger() throws SQLException {
    asSuperuser(
        "TRUNCATE usage_record, usage_day, usage_reply",
        "UPDATE ledger_head SET posting = 0, hash = decode(repeat('00', 32), 'hex')",
        "CHECKPOINT");
  }

  void verifyLedger() throws SQLException {
    LedgerVerification.Result result = new LedgerVerification(as(APPLICATION)).verify();
    if (!result.whole()) {
      throw new AssertionError(result.finding());
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
