package org.turnpike.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Rows as arrays, one a column, for the database to unnest. */
record Columns<T>(Connection connection, List<T> rows) {
  Array uuids(Function<T, Object> value) throws SQLException {
    return of("uuid", value);
  }

  Array instants(Function<T, Instant> value) throws SQLException {
    return of("timestamptz", row -> value.apply(row).toString());
  }

  Array longs(Function<T, Object> value) throws SQLException {
    return of("int8", value);
  }

  /** Null values stay null. */
  Array of(String type, Function<T, Object> value) throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray());
  }
}
