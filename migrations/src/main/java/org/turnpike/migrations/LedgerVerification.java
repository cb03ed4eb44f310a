package org.turnpike.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the whole ledger and recomputes its chain of hashes, its sums by day, and the hashes of the
 * answers that it came from. Needs no more than the right to read.
 */
public final class LedgerVerification {
  private static final int LINES_AT_A_TIME = 10_000;

  private static final String LINES =
      """
      SELECT posting, turn_key_id, tenant_id, window_start, window_end, revision, egress_bytes,
        ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at, reply_id, egress_lower,
        egress_upper, sample_size, settlement, rule_id, hash
      FROM usage_record ORDER BY posting
      """;

  private static final String WRONG_DAY =
      """
      SELECT tenant, turn_key_id, day, coalesce(l.egress, 0) AS egress, coalesce(d.egress_bytes, 0) AS kept
      FROM (
        SELECT coalesce(tenant_id::text, 'nobody') AS tenant, turn_key_id,
          (window_start AT TIME ZONE 'UTC')::date AS day,
          sum(egress_bytes) AS egress, sum(ingress_bytes) AS ingress
        FROM usage_record GROUP BY 1, 2, 3
      ) AS l FULL JOIN (
        SELECT coalesce(tenant_id::text, 'nobody') AS tenant, turn_key_id, day, egress_bytes, ingress_bytes
        FROM usage_day
      ) AS d USING (tenant, turn_key_id, day)
      WHERE (l.egress, l.ingress) IS DISTINCT FROM (d.egress_bytes, d.ingress_bytes)
      ORDER BY day LIMIT 1
      """;

  private final DataSource database;

  public LedgerVerification(DataSource database) {
    this.database = database;
  }

  /**
   * What the ledger came to.
   *
   * @param whole whether nothing was changed
   * @param finding one line for people: the head, or the first thing that is wrong
   */
  public record Result(boolean whole, String finding) {}

  public Result verify() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT set_config('turnpike.reach', 'all', true)");
      }
      Result chain = chain(connection);
      if (!chain.whole()) {
        return chain;
      }
      Result days = days(connection, chain);
      if (!days.whole()) {
        return days;
      }
      return new ReplyVerification(connection)
          .firstWrong()
          .map(finding -> new Result(false, finding))
          .orElse(chain);
    }
  }

  private static Result chain(Connection connection) throws SQLException {
    LedgerChain chain = new LedgerChain();
    byte[] last = LedgerChain.genesis();
    long posting = 0;
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setFetchSize(LINES_AT_A_TIME);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          LedgerChain.Line line = line(rows);
          posting++;
          if (line.posting() != posting) {
            return broken(
                "Line %d is missing: the next one is %d.".formatted(posting, line.posting()));
          }
          last = chain.next(last, line);
          if (!Arrays.equals(last, rows.getBytes("hash"))) {
            return broken(
                "Line %d is not what was posted: TURN key %s, window %s, revision %d, egress %+,d B."
                    .formatted(
                        posting,
                        line.turnKey(),
                        line.windowStart(),
                        line.revision(),
                        line.egress()));
          }
        }
      }
    }
    return head(connection, posting, last);
  }

  private static LedgerChain.Line line(ResultSet row) throws SQLException {
    return new LedgerChain.Line(
        row.getLong("posting"),
        row.getObject("turn_key_id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("window_start", OffsetDateTime.class).toInstant(),
        row.getObject("window_end", OffsetDateTime.class).toInstant(),
        row.getInt("revision"),
        row.getLong("egress_bytes"),
        row.getLong("ingress_bytes"),
        row.getLong("read_egress_bytes"),
        row.getLong("read_ingress_bytes"),
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        row.getObject("reply_id", UUID.class),
        row.getObject("sample_size") == null
            ? null
            : new LedgerChain.Bounds(
                row.getLong("egress_lower"),
                row.getLong("egress_upper"),
                row.getLong("sample_size")),
        row.getBoolean("settlement"),
        row.getObject("rule_id", UUID.class));
  }

  private static Result head(Connection connection, long posting, byte[] last) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet head = statement.executeQuery("SELECT posting, hash FROM ledger_head")) {
      head.next();
      if (head.getLong("posting") != posting) {
        return broken(
            "The last line is %d, and was %d: lines are missing at the end."
                .formatted(posting, head.getLong("posting")));
      }
      if (!Arrays.equals(head.getBytes("hash"), last)) {
        return broken("The head is not the hash of line %d.".formatted(posting));
      }
      return new Result(
          true,
          "The ledger is whole: %,d lines, the last with hash %s."
              .formatted(posting, HexFormat.of().formatHex(last)));
    }
  }

  private static Result days(Connection connection, Result chain) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet wrong = statement.executeQuery(WRONG_DAY)) {
      return wrong.next()
          ? broken(
              "The sum of %s of TURN key %s is not that of its lines: egress %,d B instead of %,d B."
                  .formatted(
                      wrong.getString("day"),
                      wrong.getString("turn_key_id"),
                      wrong.getLong("kept"),
                      wrong.getLong("egress")))
          : chain;
    }
  }

  private static Result broken(String finding) {
    return new Result(false, finding);
  }
}
