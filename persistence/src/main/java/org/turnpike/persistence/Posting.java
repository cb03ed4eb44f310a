package org.turnpike.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.migrations.LedgerChain;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.Confidence;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.ReplyId;
import org.turnpike.usage.RuleId;
import org.turnpike.usage.UsageRecord;

/**
 * Posts lines to the ledger within the running transaction: holds the head, leaves out what is
 * there, chains the rest, and adds them to the sums of their days. A statement each, however many
 * lines: arrays that the database unnests.
 */
final class Posting {
  private static final String HOLD_HEAD = "SELECT posting, hash FROM ledger_head FOR UPDATE";

  private static final String OPEN_MONTHS =
      "SELECT open_usage_month(month) FROM unnest(?::timestamptz[]) AS months (month)";

  private static final String APPEND =
      """
      INSERT INTO usage_record (posting, turn_key_id, tenant_id, window_start, window_end, revision,
        egress_bytes, ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at, reply_id,
        egress_lower, egress_upper, sample_size, settlement, rule_id, hash)
      SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[],
        ?::int[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::timestamptz[], ?::uuid[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::bool[], ?::uuid[], ?::bytea[])
      """;

  private static final String ADD_TO_DAYS =
      """
      INSERT INTO usage_day AS kept (tenant_id, day, turn_key_id, egress_bytes, ingress_bytes)
      SELECT * FROM unnest(?::uuid[], ?::date[], ?::uuid[], ?::bigint[], ?::bigint[])
      ON CONFLICT (tenant_id, day, turn_key_id) DO UPDATE
      SET egress_bytes = kept.egress_bytes + excluded.egress_bytes,
        ingress_bytes = kept.ingress_bytes + excluded.ingress_bytes
      """;

  private static final String MOVE_HEAD = "UPDATE ledger_head SET posting = ?, hash = ?";

  private final Connection connection;

  Posting(Connection connection) {
    this.connection = connection;
  }

  private record Day(TenantId tenant, LocalDate day, TurnKeyId key) {
    static Day of(UsageRecord line) {
      return new Day(
          line.tenant(), LocalDate.ofInstant(line.windowStart(), ZoneOffset.UTC), line.turnKey());
    }
  }

  void post(List<UsageRecord> records) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLD_HEAD);
        ResultSet head = statement.executeQuery()) {
      head.next();
      LinesThere there = new LinesThere(connection, records);
      List<UsageRecord> lines = records.stream().filter(line -> !there.has(line)).toList();
      if (!lines.isEmpty()) {
        append(lines, head.getLong("posting"), head.getBytes("hash"));
        addToDays(lines);
      }
    }
  }

  private void append(List<UsageRecord> lines, long posting, byte[] hash) throws SQLException {
    Long[] postings = new Long[lines.size()];
    byte[][] hashes = new byte[lines.size()][];
    LedgerChain chain = new LedgerChain();
    long number = posting;
    byte[] last = hash;
    for (int i = 0; i < hashes.length; i++) {
      number++;
      last = chain.next(last, chained(number, lines.get(i)));
      postings[i] = number;
      hashes[i] = last;
    }
    openMonths(lines);
    Columns<UsageRecord> columns = new Columns<>(connection, lines);
    try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
      statement.setArray(1, connection.createArrayOf("int8", postings));
      statement.setArray(2, columns.uuids(line -> line.turnKey().value()));
      statement.setArray(3, columns.uuids(line -> Ids.orNull(line.tenant())));
      statement.setArray(4, columns.instants(UsageRecord::windowStart));
      statement.setArray(5, columns.instants(UsageRecord::windowEnd));
      statement.setArray(6, columns.ints(UsageRecord::revision));
      statement.setArray(7, columns.longs(line -> line.change().egress().bytes()));
      statement.setArray(8, columns.longs(line -> line.change().ingress().bytes()));
      statement.setArray(9, columns.longs(line -> line.read().egress().bytes()));
      statement.setArray(10, columns.longs(line -> line.read().ingress().bytes()));
      statement.setArray(11, columns.instants(UsageRecord::postedAt));
      statement.setArray(12, columns.uuids(line -> orNull(line.reply(), ReplyId::value)));
      statement.setArray(13, columns.longs(line -> orNull(line.confidence(), Confidence::lower)));
      statement.setArray(14, columns.longs(line -> orNull(line.confidence(), Confidence::upper)));
      statement.setArray(15, columns.longs(line -> orNull(line.confidence(), Confidence::samples)));
      statement.setArray(16, columns.booleans(UsageRecord::isSettlement));
      statement.setArray(17, columns.uuids(line -> orNull(line.rule(), RuleId::value)));
      statement.setArray(18, connection.createArrayOf("bytea", hashes));
      statement.executeUpdate();
    }
    moveHead(number, last);
  }

  private static LedgerChain.Line chained(long posting, UsageRecord line) {
    return new LedgerChain.Line(
        posting,
        line.turnKey().value(),
        Ids.orNull(line.tenant()),
        line.windowStart(),
        line.windowEnd(),
        line.revision(),
        line.change().egress().bytes(),
        line.change().ingress().bytes(),
        line.read().egress().bytes(),
        line.read().ingress().bytes(),
        line.postedAt(),
        orNull(line.reply(), ReplyId::value),
        orNull(
            line.confidence(), of -> new LedgerChain.Bounds(of.lower(), of.upper(), of.samples())),
        line.isSettlement(),
        orNull(line.rule(), RuleId::value));
  }

  private static <S, T> T orNull(S of, Function<S, T> part) {
    return of == null ? null : part.apply(of);
  }

  private void openMonths(List<UsageRecord> lines) throws SQLException {
    Object[] months =
        lines.stream()
            .map(line -> LocalDate.ofInstant(line.windowStart(), ZoneOffset.UTC).withDayOfMonth(1))
            .distinct()
            .map(month -> month + "T00:00:00Z")
            .toArray();
    try (PreparedStatement statement = connection.prepareStatement(OPEN_MONTHS)) {
      statement.setArray(1, connection.createArrayOf("timestamptz", months));
      statement.execute();
    }
  }

  private void moveHead(long posting, byte[] hash) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MOVE_HEAD)) {
      statement.setLong(1, posting);
      statement.setBytes(2, hash);
      statement.executeUpdate();
    }
  }

  private void addToDays(List<UsageRecord> lines) throws SQLException {
    Map<Day, RelayedVolume> days =
        lines.stream()
            .collect(
                Collectors.toMap(
                    Day::of, UsageRecord::change, RelayedVolume::plus, LinkedHashMap::new));
    Columns<Day> columns = new Columns<>(connection, List.copyOf(days.keySet()));
    try (PreparedStatement statement = connection.prepareStatement(ADD_TO_DAYS)) {
      statement.setArray(1, columns.uuids(day -> Ids.orNull(day.tenant())));
      statement.setArray(2, columns.of("date", day -> day.day().toString()));
      statement.setArray(3, columns.uuids(day -> day.key().value()));
      statement.setArray(4, columns.longs(day -> days.get(day).egress().bytes()));
      statement.setArray(5, columns.longs(day -> days.get(day).ingress().bytes()));
      statement.executeUpdate();
    }
  }
}
