package org.turnpike.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Whether Cloudflare's answers are there as they came, and each line's own among them. */
final class ReplyVerification {
  private static final int REPLIES_AT_A_TIME = 100;

  private static final String REPLIES =
      "SELECT id, question, asked_at, sha256, body FROM usage_reply ORDER BY asked_at, id";

  private static final String LINE_WITHOUT =
      """
      SELECT posting, reply_id FROM usage_record AS line
      WHERE reply_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM usage_reply AS reply
        WHERE reply.id = line.reply_id AND reply.turn_key_id = line.turn_key_id
          AND reply.tenant_id IS NOT DISTINCT FROM line.tenant_id
          AND reply.range_start <= line.window_start AND line.window_end <= reply.range_end)
      ORDER BY posting LIMIT 1
      """;

  private final Connection connection;

  ReplyVerification(Connection connection) {
    this.connection = connection;
  }

  Optional<String> firstWrong() throws SQLException {
    Optional<String> changed = firstChanged();
    return changed.isPresent() ? changed : firstLineWithout();
  }

  private Optional<String> firstChanged() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REPLIES)) {
      statement.setFetchSize(REPLIES_AT_A_TIME);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!isAsItCame(rows)) {
            return Optional.of(
                "Cloudflare's answer %s is not what was kept.".formatted(rows.getString("id")));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAsItCame(ResultSet row) throws SQLException {
    try {
      byte[] body = KeptReply.inflated(row.getBytes("body"));
      UUID id =
          KeptReply.id(
              row.getString("question"),
              row.getObject("asked_at", OffsetDateTime.class).toInstant(),
              body);
      return id.equals(row.getObject("id", UUID.class))
          && Arrays.equals(KeptReply.sha256(body), row.getBytes("sha256"));
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<String> firstLineWithout() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LINE_WITHOUT);
        ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              "Line %d came from Cloudflare's answer %s, which is not there."
                  .formatted(row.getLong("posting"), row.getString("reply_id")))
          : Optional.empty();
    }
  }
}
