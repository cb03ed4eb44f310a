package org.turnpike.systemtests.world;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every row of every table as text, read as the superuser of the product's own PostgreSQL. */
public record DatabaseDump(Map<String, String> tables) {
  public static DatabaseDump of(Path home) throws IOException, SQLException {
    Map<String, String> tables = new LinkedHashMap<>();
    try (Connection connection = OwnPostgres.of(home).connect("turnpike")) {
      for (String table : tables(connection)) {
        tables.put(table, rows(connection, table));
      }
    }
    return new DatabaseDump(tables);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                """)) {
      List<String> tables = new ArrayList<>();
      while (found.next()) {
        tables.add(found.getString(1));
      }
      return tables;
    }
  }

  private static String rows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM " + table + " t")) {
      found.next();
      return found.getString(1);
    }
  }
}
