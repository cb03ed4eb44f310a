package org.turnpike.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.turnpike.usage.UsageRecord;

/**
 * What the ledger has of some lines' keys, from their first window to their last: one stretch of an
 * index, where a look-up for each line cost as much as appending it.
 */
final class LinesThere {
  private static final String OF_KEYS =
      """
      SELECT turn_key_id, CAST(extract(epoch FROM window_start) AS bigint), settlement, revision
      FROM usage_record
      WHERE turn_key_id = ANY (?::uuid[]) AND window_start BETWEEN ?::timestamptz AND ?::timestamptz
      """;

  private final Set<Place> taken = new HashSet<>();

  /** Which no two lines have. */
  private record Place(UUID key, Instant window, boolean settlement, int revision) {
    static Place of(UsageRecord line) {
      return new Place(
          line.turnKey().value(), line.windowStart(), line.isSettlement(), line.revision());
    }
  }

  LinesThere(Connection connection, List<UsageRecord> lines) throws SQLException {
    Object[] keys = lines.stream().map(line -> line.turnKey().value()).distinct().toArray();
    List<Instant> windows = lines.stream().map(UsageRecord::windowStart).sorted().toList();
    try (PreparedStatement statement = connection.prepareStatement(OF_KEYS)) {
      statement.setArray(1, connection.createArrayOf("uuid", keys));
      statement.setString(2, windows.get(0).toString());
      statement.setString(3, windows.get(windows.size() - 1).toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.add(
              new Place(
                  (UUID) rows.getObject(1),
                  Instant.ofEpochSecond(rows.getLong(2)),
                  rows.getBoolean(3),
                  rows.getInt(4)));
        }
      }
    }
  }

  boolean has(UsageRecord line) {
    return taken.contains(Place.of(line));
  }
}
