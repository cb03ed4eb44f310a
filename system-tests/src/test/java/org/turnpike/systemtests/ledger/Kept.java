package org.turnpike.systemtests.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.turnpike.usage.RelayedVolume;

/**
 * What the database keeps of one TURN key, read at one moment.
 *
 * @param through the watermark; null before the first
 * @param lines by window, in order of posting
 * @param days the sums by UTC day
 */
record Kept(
    Instant through,
    NavigableMap<Instant, List<Line>> lines,
    NavigableMap<LocalDate, RelayedVolume> days) {
  private static final String LINES =
      """
      SELECT window_start, revision, egress_bytes, ingress_bytes, read_egress_bytes,
        read_ingress_bytes, tableoid::regclass::text AS part
      FROM usage_record WHERE turn_key_id = ? ORDER BY posting
      """;
  private static final String DAYS =
      "SELECT day, egress_bytes, ingress_bytes FROM usage_day WHERE turn_key_id = ?";
  private static final String MARK =
      "SELECT complete_through FROM collection_mark WHERE turn_key_id = ?";

  /**
   * A line.
   *
   * @param part the table of its month
   */
  record Line(int revision, RelayedVolume change, RelayedVolume read, String part) {}

  static Kept of(DataSource database, UUID turnKey) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT set_config('turnpike.reach', 'all', true)");
      }
      return new Kept(
          through(connection, turnKey), lines(connection, turnKey), days(connection, turnKey));
    }
  }

  private static Instant through(Connection connection, UUID turnKey) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setObject(1, turnKey);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getObject(1) != null ? instant(row, 1) : null;
      }
    }
  }

  private static NavigableMap<Instant, List<Line>> lines(Connection connection, UUID turnKey)
      throws SQLException {
    NavigableMap<Instant, List<Line>> lines = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setObject(1, turnKey);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines
              .computeIfAbsent(instant(row, 1), window -> new ArrayList<>())
              .add(
                  new Line(
                      row.getInt("revision"),
                      RelayedVolume.ofBytes(
                          row.getLong("egress_bytes"), row.getLong("ingress_bytes")),
                      RelayedVolume.ofBytes(
                          row.getLong("read_egress_bytes"), row.getLong("read_ingress_bytes")),
                      row.getString("part")));
        }
      }
    }
    return lines;
  }

  private static NavigableMap<LocalDate, RelayedVolume> days(Connection connection, UUID turnKey)
      throws SQLException {
    NavigableMap<LocalDate, RelayedVolume> days = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(DAYS)) {
      statement.setObject(1, turnKey);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          days.put(
              row.getObject("day", LocalDate.class),
              RelayedVolume.ofBytes(row.getLong("egress_bytes"), row.getLong("ingress_bytes")));
        }
      }
    }
    return days;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The sum of each window's lines; windows that came to nothing are left out. */
  NavigableMap<Instant, RelayedVolume> volumes() {
    NavigableMap<Instant, RelayedVolume> volumes = new TreeMap<>();
    lines.forEach(
        (window, changes) -> {
          RelayedVolume sum =
              changes.stream().map(Line::change).reduce(RelayedVolume.NONE, RelayedVolume::plus);
          if (!sum.equals(RelayedVolume.NONE)) {
            volumes.put(window, sum);
          }
        });
    return volumes;
  }

  RelayedVolume total() {
    return volumes().values().stream().reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  /** The lines after the first of each window. */
  List<Line> corrections() {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.revision() > 0)
        .toList();
  }
}
