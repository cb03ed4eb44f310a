package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.turnpike.persistence.PostgresPorts;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Samples;

/**
 * Totals of one month over a ledger of many: 340 tenants with a TURN key each make about a million
 * readings a month. The product's own totals, which come from the sums by day, beside the same
 * totals from the month's partition.
 */
final class Reports {
  static final List<Integer> MONTHS =
      IntStream.of(1, 10, 50)
          .filter(months -> months <= Integer.getInteger("benchmark.months", 10))
          .boxed()
          .toList();
  static final int COMPARED_AT = 10;
  static final Side SUMS = side("Turnpike");
  static final Side PARTITION = side("the month's partition, read whole");
  static final Side PARTITION_BY_INDEX = side("the month's partition, as the planner likes");

  private static final int TENANTS = 340;
  private static final int TIMES_FROM_PARTITION = 3;
  private static final int TIMES = 20;
  private static final int TIMES_OF_ONE = 400;
  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final TimeRange MONTH =
      new TimeRange(
          LAST.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
          LAST.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());

  private static final String FROM_PARTITION =
      """
      SELECT tenant_id, turn_key_id, sum(egress_bytes), sum(ingress_bytes) FROM usage_record
      WHERE window_start >= ?::timestamptz AND window_start < ?::timestamptz %s
      GROUP BY 1, 2
      """;

  private final LedgerDatabase database;
  private final PostgresPorts ports;
  private final List<TurnKey> keys;
  private int filled;

  Reports(LedgerDatabase database) throws SQLException {
    this.database = database;
    this.ports = PostgresPorts.over(database.as(LedgerDatabase.APPLICATION));
    database.emptyLedger();
    Samples samples = new Samples(ports);
    keys =
        IntStream.range(0, TENANTS)
            .mapToObj(i -> samples.turnKey(samples.tenant("reported-" + i)))
            .toList();
  }

  static Side sideOf(int months) {
    return side("%d million readings".formatted(months));
  }

  private static Side side(String name) {
    return new Side(name, URI.create("urn:ledger"));
  }

  /** So that the last of so many months is the one reported on; chained by nobody. */
  void fill(int months) throws SQLException {
    String key = "(ARRAY[" + list(keys, one -> one.id().value()) + "]::uuid[])[n]";
    String tenant = "(ARRAY[" + list(keys, one -> one.tenant().value()) + "]::uuid[])[n]";
    for (int back = filled; back < months; back++) {
      YearMonth month = LAST.minusMonths(back);
      database.asSuperuser(
          "SELECT open_usage_month('" + month + "-01T00:00:00Z')",
          """
          INSERT INTO usage_record (posting, turn_key_id, tenant_id, window_start, window_end, revision,
            egress_bytes, ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at, hash)
          SELECT %1$d * 10000000::bigint + row_number() OVER (), %2$s, %3$s, w, w + interval '15 minutes',
            0, 1000000007::bigint * n, 1000003::bigint * n, 1000000007::bigint * n, 1000003::bigint * n,
            w + interval '1 hour', sha256(int4send(n))
          FROM generate_series('%4$s-01T00:00:00Z'::timestamptz, '%5$s-01T00:00:00Z'::timestamptz
            - interval '15 minutes', interval '15 minutes') AS w, generate_series(1, %6$d) AS n
          """
              .formatted(back, key, tenant, month, month.plusMonths(1), TENANTS));
    }
    database.asSuperuser(
        """
        INSERT INTO usage_day (tenant_id, day, turn_key_id, egress_bytes, ingress_bytes)
        SELECT tenant_id, (window_start AT TIME ZONE 'UTC')::date, turn_key_id, sum(egress_bytes), sum(ingress_bytes)
        FROM usage_record WHERE window_start < '%s-01T00:00:00Z' GROUP BY 1, 2, 3
        """
            .formatted(LAST.plusMonths(1).minusMonths(filled)),
        "VACUUM ANALYZE usage_record",
        "VACUUM ANALYZE usage_day",
        "CHECKPOINT");
    filled = months;
  }

  private static String list(List<TurnKey> keys, Function<TurnKey, Object> value) {
    return keys.stream().map(key -> "'" + value.apply(key) + "'").collect(Collectors.joining(","));
  }

  Load ofEverybody() {
    return side -> of(side, keys.stream().map(TurnKey::tenant).collect(Collectors.toSet()));
  }

  Load ofOne() {
    return side -> of(side, Set.of(keys.get(TENANTS / 2).tenant()));
  }

  /** Milliseconds each, of many one after another. */
  private Measured of(Side side, Set<TenantId> tenants) throws IOException {
    try {
      boolean fromPartition = side.equals(PARTITION) || side.equals(PARTITION_BY_INDEX);
      return new Measured(
          fromPartition ? fromPartition(tenants, side.equals(PARTITION)) : fromSums(tenants), 0);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private double fromSums(Set<TenantId> tenants) {
    int times = tenants.size() == 1 ? TIMES_OF_ONE : TIMES;
    Reach reach = tenants.size() == 1 ? new Reach(tenants) : Reach.EVERYONE;
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      int found =
          ports.transactions().call(reach, () -> ports.ledger().totals(tenants, MONTH)).size();
      require(found, tenants);
    }
    return millisecondsEach(start, times);
  }

  private double fromPartition(Set<TenantId> tenants, boolean whole) throws SQLException {
    String of = tenants.size() == TENANTS ? "" : "AND tenant_id = ANY (?)";
    try (Connection connection = database.as(LedgerDatabase.APPLICATION).getConnection();
        Statement setting = connection.createStatement();
        PreparedStatement query = connection.prepareStatement(FROM_PARTITION.formatted(of))) {
      connection.setAutoCommit(false);
      setting.execute("SELECT set_config('turnpike.reach', 'all', true)");
      setting.execute("SET LOCAL plan_cache_mode = force_custom_plan");
      if (whole) {
        setting.execute("SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off");
      }
      query.setString(1, MONTH.start().toString());
      query.setString(2, MONTH.end().toString());
      if (!of.isEmpty()) {
        query.setArray(
            3, connection.createArrayOf("uuid", tenants.stream().map(TenantId::value).toArray()));
      }
      long start = System.nanoTime();
      for (int i = 0; i < TIMES_FROM_PARTITION; i++) {
        Set<String> found = new HashSet<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        require(found.size(), tenants);
      }
      return millisecondsEach(start, TIMES_FROM_PARTITION);
    }
  }

  private static void require(int found, Set<TenantId> tenants) {
    if (found != tenants.size()) {
      throw new AssertionError("Totals of %d tenants, not %d".formatted(found, tenants.size()));
    }
  }

  private static double millisecondsEach(long startNanos, int times) {
    return (System.nanoTime() - startNanos) / 1e6 / times;
  }
}
