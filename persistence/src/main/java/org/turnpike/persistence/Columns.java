package org.turnpike.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Rows as arrays, one a column, for the database to unnest. Numbers and booleans are sent as such:
 * the driver writes arrays of those types as bytes, and all others as text.
 */
record Columns<T>(Connection connection, List<T> rows) {
  Array uuids(Function<T, Object> value) throws SQLException {
    return of("uuid", value);
  }

  Array instants(Function<T, Instant> value) throws SQLException {
    return of("timestamptz", row -> value.apply(row).toString());
  }

  Array longs(Function<T, Long> value) throws SQLException {
    return connection.createArrayOf("int8", rows.stream().map(value).toArray(Long[]::new));
  }

  Array ints(Function<T, Integer> value) throws SQLException {
    return connection.createArrayOf("int4", rows.stream().map(value).toArray(Integer[]::new));
  }

  Array booleans(Function<T, Boolean> value) throws SQLException {
    return connection.createArrayOf("bool", rows.stream().map(value).toArray(Boolean[]::new));
  }

  /** Null values stay null. */
  Array of(String type, Function<T, Object> value) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
