package org.turnpike.standalone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.util.PasswordUtil;
import org.turnpike.shared.Secret;

/** One role owns the schema and migrates it, another is all the application ever is. */
final class DatabaseRoles {
  static final String DATABASE = "turnpike";
  static final String OWNER = "turnpike_owner";
  static final String APPLICATION = "turnpike_app";

  private DatabaseRoles() {}

  static void create(DataSource superuser, DatabasePasswords passwords) throws SQLException {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      createRole(connection, OWNER, passwords.owner());
      createRole(connection, APPLICATION, passwords.application());
      if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", DATABASE)) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
      }
    }
  }

  private static void createRole(Connection connection, String role, Secret password)
      throws SQLException {
    if (exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role)) {
      return;
    }
    // Hashed here: a statement that fails is logged by the server, as it was sent.
    String hash = PasswordUtil.encodeScramSha256(password.reveal().toCharArray());
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + hash + "'");
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }
}
