package org.turnpike.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL with an owner of databases, and the application's role, which owns nothing. */
final class TwoRoles implements AutoCloseable {
  static final String OWNER = "turnpike_owner";
  static final String APPLICATION = "turnpike_app";

  private final EmbeddedPostgres postgres;
  private String database;
  private int databases;

  TwoRoles() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    execute(
        postgres.getPostgresDatabase(),
        "CREATE ROLE " + OWNER + " LOGIN",
        "CREATE ROLE " + APPLICATION + " LOGIN");
  }

  /** Makes an empty database the one that the rest is about. */
  void useNewDatabase() throws SQLException {
    database = "turnpike_" + ++databases;
    execute(postgres.getPostgresDatabase(), "CREATE DATABASE " + database + " OWNER " + OWNER);
  }

  DataSource as(String role) {
    return postgres.getDatabase(role, database);
  }

  /** What a DBA sets to migrate as the owner. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "TURNPIKE_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database);
    environment.put("TURNPIKE_DB_USER", APPLICATION);
    environment.put("TURNPIKE_DB_OWNER_USER", OWNER);
    return environment;
  }

  static void execute(DataSource dataSource, String... commands) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
