package org.turnpike.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.migrations.SchemaMigration;

/** A real PostgreSQL, one a JVM, with the roles that a DBA would make and a migrated database. */
final class TestDatabase {
  static final String OWNER = "turnpike_owner";
  static final String APPLICATION = "turnpike_app";

  private static final String MIGRATED = "turnpike";
  private static final EmbeddedPostgres POSTGRES = start();
  private static final Connection SUPERUSER = superuser();
  private static final String EMPTY = deletion();

  private TestDatabase() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "off")
              .start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD 'owner'");
        statement.execute("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD 'application'");
        statement.execute("CREATE DATABASE " + MIGRATED + " OWNER " + OWNER);
      }
      new SchemaMigration(dataSource(postgres, MIGRATED, OWNER), APPLICATION).migrate();
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The migrated database, as that role. */
  static PGSimpleDataSource as(String role) {
    return dataSource(POSTGRES, MIGRATED, role);
  }

  /** A database with nothing in it, as its owner. */
  static PGSimpleDataSource unmigrated(String name) {
    asSuperuser("CREATE DATABASE " + name + " OWNER " + OWNER);
    return dataSource(POSTGRES, name, OWNER);
  }

  /** Leaves what migrations put there: past triggers and foreign keys, as only a superuser can. */
  static void empty() {
    asSuperuser(EMPTY);
  }

  static void asSuperuser(String sql) {
    try (Statement statement = SUPERUSER.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection superuser() {
    try {
      return as("postgres").getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String deletion() {
    String tables =
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            + " AND tablename NOT IN ('flyway_schema_history', 'rate_plan', 'epoch', 'ledger_head')";
    StringBuilder sql = new StringBuilder("SET session_replication_role = replica;");
    try (Statement statement = SUPERUSER.createStatement();
        ResultSet rows = statement.executeQuery(tables)) {
      while (rows.next()) {
        sql.append("DELETE FROM ").append(rows.getString(1)).append(';');
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return sql.append("UPDATE epoch SET number = 0;")
        .append("UPDATE ledger_head SET posting = 0, hash = decode(repeat('00', 32), 'hex')")
        .toString();
  }

  private static PGSimpleDataSource dataSource(
      EmbeddedPostgres postgres, String database, String role) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    dataSource.setPortNumbers(new int[] {postgres.getPort()});
    dataSource.setDatabaseName(database);
    dataSource.setUser(role);
    dataSource.setPassword("any");
    return dataSource;
  }
}
