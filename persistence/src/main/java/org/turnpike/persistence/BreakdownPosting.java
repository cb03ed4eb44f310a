package org.turnpike.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.analytics.Breakdown;
import org.turnpike.analytics.HourOfConnections;
import org.turnpike.analytics.Place;
import org.turnpike.analytics.Share;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;

/**
 * Puts a break-down in the place of what is there of its hours, within the running transaction: a
 * statement a table, however many rows.
 */
final class BreakdownPosting {
  private static final List<String> TABLES =
      List.of("usage_by_identifier", "usage_by_place", "usage_connections");

  private static final String CLEAR =
      """
      DELETE FROM %s
      WHERE turn_key_id = ?::uuid AND hour_start >= ?::timestamptz AND hour_start < ?::timestamptz
      """;

  private static final String NAME =
      """
      INSERT INTO usage_identifier AS known (tenant_id, turn_key_id, identifier, last_hour)
      SELECT ?::uuid, ?::uuid, seen.identifier, seen.last_hour
      FROM unnest(?::text[], ?::timestamptz[]) AS seen (identifier, last_hour)
      ORDER BY seen.identifier
      ON CONFLICT (turn_key_id, identifier) DO UPDATE
      SET last_hour = greatest(known.last_hour, excluded.last_hour)
      """;

  private static final String BY_IDENTIFIER =
      """
      INSERT INTO usage_by_identifier
        (tenant_id, turn_key_id, hour_start, identifier_id, egress_bytes, ingress_bytes)
      SELECT named.tenant_id, named.turn_key_id, share.hour_start, named.id, share.egress, share.ingress
      FROM unnest(?::timestamptz[], ?::text[], ?::bigint[], ?::bigint[])
        AS share (hour_start, identifier, egress, ingress)
      JOIN usage_identifier AS named
        ON named.turn_key_id = ?::uuid AND named.identifier = share.identifier
      """;

  private static final String BY_PLACE =
      """
      INSERT INTO usage_by_place
        (tenant_id, turn_key_id, hour_start, country, city, egress_bytes, ingress_bytes)
      SELECT ?::uuid, ?::uuid, share.*
      FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::bigint[]) AS share
      """;

  private static final String CONNECTIONS =
      """
      INSERT INTO usage_connections (tenant_id, turn_key_id, hour_start, peak, mean)
      SELECT ?::uuid, ?::uuid, of_hour.*
      FROM unnest(?::timestamptz[], ?::numeric[], ?::numeric[]) AS of_hour
      """;

  private static final String MARK =
      """
      INSERT INTO usage_broken_down (tenant_id, turn_key_id, since, through)
      VALUES (?::uuid, ?::uuid, ?::timestamptz, ?::timestamptz)
      ON CONFLICT (turn_key_id) DO UPDATE SET since = excluded.since, through = excluded.through
      """;

  private final Connection connection;
  private final String tenant;
  private final String key;

  BreakdownPosting(Connection connection, TurnKey key) {
    this.connection = connection;
    this.tenant = key.tenant().value().toString();
    this.key = key.id().value().toString();
  }

  void replace(Breakdown breakdown, TimeRange known) throws SQLException {
    TimeRange hours = breakdown.hours();
    for (String table : TABLES) {
      execute(CLEAR.formatted(table), key, hours.start().toString(), hours.end().toString());
    }
    post(breakdown.identifiers());
    List<Share<Place>> places = breakdown.places();
    execute(
        BY_PLACE,
        tenant,
        key,
        hours(places),
        array("text", places, share -> share.whose().country()),
        array("text", places, share -> share.whose().city()),
        egress(places),
        ingress(places));
    List<HourOfConnections> connections = breakdown.connections();
    execute(
        CONNECTIONS,
        tenant,
        key,
        array("timestamptz", connections, hour -> hour.hour().toString()),
        array("numeric", connections, HourOfConnections::peak),
        array("numeric", connections, HourOfConnections::mean));
    execute(MARK, tenant, key, known.start().toString(), known.end().toString());
  }

  private void post(List<Share<String>> shares) throws SQLException {
    Map<String, String> lastHours =
        shares.stream()
            .collect(
                Collectors.toMap(
                    Share::whose,
                    share -> share.hour().toString(),
                    (one, other) -> one.compareTo(other) > 0 ? one : other));
    List<Map.Entry<String, String>> seen = List.copyOf(lastHours.entrySet());
    execute(
        NAME,
        tenant,
        key,
        array("text", seen, Map.Entry::getKey),
        array("timestamptz", seen, Map.Entry::getValue));
    execute(
        BY_IDENTIFIER,
        hours(shares),
        array("text", shares, Share::whose),
        egress(shares),
        ingress(shares),
        key);
  }

  private <T> Array hours(List<Share<T>> shares) throws SQLException {
    return array("timestamptz", shares, share -> share.hour().toString());
  }

  private <T> Array egress(List<Share<T>> shares) throws SQLException {
    return array("int8", shares, share -> share.volume().egress().bytes());
  }

  private <T> Array ingress(List<Share<T>> shares) throws SQLException {
    return array("int8", shares, share -> share.volume().ingress().bytes());
  }

  private <T> Array array(String type, List<T> of, Function<T, Object> value) throws SQLException {
    return connection.createArrayOf(type, of.stream().map(value).toArray());
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i] instanceof Array array) {
          statement.setArray(i + 1, array);
        } else {
          statement.setString(i + 1, parameters[i].toString());
        }
      }
      statement.executeUpdate();
    }
  }
}
