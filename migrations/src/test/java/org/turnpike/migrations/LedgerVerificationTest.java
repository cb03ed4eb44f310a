package org.turnpike.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ledger posted before there was a chain, chained by migration V19 and changed by a superuser.
 */
class LedgerVerificationTest {
  private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-00000000000a");
  private static final UUID RULE = new UUID(9, 9);
  private static final String BODY = "{\"egress\":3}";

  private static TwoRoles database;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new TwoRoles();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @BeforeEach
  void a_ledger_of_four_lines_and_two_months() throws SQLException {
    database.useNewDatabase();
    migrate("18");
    TwoRoles.execute(
        database.as("postgres"),
        "SET session_replication_role = replica", // no account is needed here
        """
        INSERT INTO usage_record (id, turn_key_id, tenant_id, window_start, window_end, revision,
          egress_bytes, ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at)
        SELECT gen_random_uuid(), '00000000-0000-7000-8000-00000000000a',
          '00000000-0000-7000-8000-00000000000b', start, start + interval '15 minutes', revision,
          egress, 7, read, 7, '2026-11-02T10:00:00.123456Z'
        FROM (VALUES
          ('2026-10-31T23:45:00Z'::timestamptz, 0, 100, 100),
          ('2026-11-01T00:00:00Z', 0, 200, 200),
          ('2026-10-31T23:45:00Z', 1, -30, 70),
          ('2026-11-01T00:15:00Z', 0, 9000000000000000, 9000000000000000)
        ) AS lines (start, revision, egress, read)
        """,
        """
        INSERT INTO tenant (id, name, slug, account_id, time_zone, rate_plan, status, created_at, version)
        VALUES ('00000000-0000-7000-8000-00000000000b', 'Acme', 'acme', gen_random_uuid(), 'UTC',
          'standard', 'ACTIVE', now(), 0)
        """,
        """
        INSERT INTO turn_key (id, tenant_id, account_id, uid, name, secret, state, created_at, version)
        VALUES ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b',
          gen_random_uuid(), 'uid', 'main', 'secret', 'ACTIVE', now(), 0)
        """);
    migrate("latest");
  }

  @Test
  void a_ledger_that_nobody_changed_is_whole() {
    assertThat(verify()).isZero();
    assertThat(printed()).startsWith("The ledger is whole: 4 lines, the last with hash ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE usage_record SET egress_bytes = egress_bytes + 1 WHERE posting = 2 | Line 2 is not"
            + " what was posted: TURN key 00000000-0000-7000-8000-00000000000a, window"
            + " 2026-11-01T00:00:00Z",
        "UPDATE usage_record SET read_ingress_bytes = 6 WHERE posting = 1 | Line 1 is not what was"
            + " posted",
        "UPDATE usage_record SET tenant_id = turn_key_id WHERE posting = 3 | Line 3 is not what was"
            + " posted",
        "UPDATE usage_record SET posted_at = posted_at + interval '1 microsecond' WHERE posting = 4"
            + " | Line 4 is not what was posted",
        "UPDATE usage_record SET hash = set_byte(hash, 31, get_byte(hash, 31) # 1) WHERE posting ="
            + " 3 | Line 3 is not what was posted",
        "DELETE FROM usage_record WHERE posting = 3 | Line 3 is missing: the next one is 4.",
        "DELETE FROM usage_record WHERE posting = 4 | The last line is 3, and was 4",
        "UPDATE ledger_head SET hash = set_byte(hash, 0, get_byte(hash, 0) # 1) | The head is not"
            + " the hash of line 4.",
        "UPDATE usage_day SET egress_bytes = 71 WHERE day = '2026-10-31' | The sum of 2026-10-31 of"
            + " TURN key 00000000-0000-7000-8000-00000000000a is not that of its lines: egress 71 B"
            + " instead of 70 B.",
        "DELETE FROM usage_day WHERE day = '2026-11-01' | The sum of 2026-11-01",
      })
  void what_a_superuser_changed_is_found_and_named(String change, String finding)
      throws SQLException {
    TwoRoles.execute(database.as("postgres"), "SET session_replication_role = replica", change);
    assertThat(verify()).isOne();
    assertThat(printed()).startsWith(finding).hasLineCount(1);
  }

  @Test
  void a_ledger_with_the_answers_it_came_from_is_whole() throws SQLException {
    fifthLine(BODY);
    assertThat(verify()).as(printed()).isZero();
    assertThat(printed()).startsWith("The ledger is whole: 5 lines, the last with hash ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE usage_record SET reply_id = NULL WHERE posting = 5 | Line 5 is not what was posted",
        "UPDATE usage_record SET egress_upper = 101 WHERE posting = 5 | Line 5 is not what was"
            + " posted",
        "UPDATE usage_record SET settlement = false WHERE posting = 5 | Line 5 is not what was"
            + " posted",
        "UPDATE usage_record SET settlement = true WHERE posting = 4 | Line 4 is not what was"
            + " posted",
        "UPDATE usage_reply SET question = 'Another?' | Cloudflare's answer ",
        "UPDATE usage_reply SET asked_at = asked_at + interval '1 microsecond' | Cloudflare's"
            + " answer ",
        "UPDATE usage_reply SET sha256 = set_byte(sha256, 0, get_byte(sha256, 0) # 1) |"
            + " Cloudflare's answer ",
        "UPDATE usage_reply SET body = set_byte(body, 3, get_byte(body, 3) # 1) | Cloudflare's"
            + " answer ",
        "UPDATE usage_reply SET range_end = range_start + interval '1 minute' | Line 5 came from"
            + " Cloudflare's answer ",
        "DELETE FROM usage_reply | Line 5 came from Cloudflare's answer ",
      })
  void an_answer_that_a_superuser_changed_is_found_and_named(String change, String finding)
      throws SQLException {
    fifthLine(BODY);
    TwoRoles.execute(database.as("postgres"), "SET session_replication_role = replica", change);
    assertThat(verify()).isOne();
    assertThat(printed()).startsWith(finding).hasLineCount(1);
  }

  @Test
  void an_answer_replaced_with_its_hash_is_found_by_its_id() throws SQLException {
    fifthLine(BODY);
    try (Connection connection = database.as("postgres").getConnection();
        PreparedStatement replace =
            connection.prepareStatement("UPDATE usage_reply SET body = ?, sha256 = ?")) {
      connection.createStatement().execute("SET session_replication_role = replica");
      byte[] forged = "{\"egress\":1}".getBytes(StandardCharsets.UTF_8);
      replace.setBytes(1, KeptReply.deflated(forged));
      replace.setBytes(2, KeptReply.sha256(forged));
      replace.executeUpdate();
    }
    assertThat(verify()).isOne();
    assertThat(printed()).startsWith("Cloudflare's answer ").contains("is not what was kept");
  }

  /** Posted as the product does: nobody's settlement with everything a line can say. */
  private static void fifthLine(String answer) throws SQLException {
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    Instant asked = Instant.parse("2026-11-05T10:00:00.000001Z");
    Instant window = Instant.parse("2026-11-04T23:45:00Z");
    UUID reply = KeptReply.id("How much?", asked, body);
    LedgerChain.Line line =
        new LedgerChain.Line(
            5,
            KEY,
            null,
            window,
            window.plusSeconds(900),
            0,
            1,
            2,
            3,
            4,
            asked,
            reply,
            new LedgerChain.Bounds(90, 100, 7),
            true,
            RULE);
    try (Connection connection = database.as("postgres").getConnection();
        PreparedStatement keep =
            connection.prepareStatement(
                "INSERT INTO usage_reply VALUES (?, ?, ?, ?::timestamptz, ?::timestamptz, ?,"
                    + " ?::timestamptz, ?, ?)");
        PreparedStatement post =
            connection.prepareStatement(
                """
                SELECT open_usage_month('2026-11-01T00:00:00Z');
                INSERT INTO usage_record
                SELECT 5, ?, NULL, ?::timestamptz, ?::timestamptz, 0, 1, 2, 3, 4, ?::timestamptz,
                  next.hash, ?, 90, 100, 7, true, ?
                FROM (SELECT ?::bytea AS hash) AS next;
                INSERT INTO usage_day SELECT tenant_id, '2026-11-04', turn_key_id, 1, 2
                FROM usage_record WHERE posting = 5;
                UPDATE ledger_head SET posting = 5, hash = (
                  SELECT hash FROM usage_record WHERE posting = 5)
                """)) {
      keep.setObject(1, reply);
      keep.setObject(2, KEY);
      keep.setObject(3, null, Types.OTHER);
      keep.setString(4, "2026-11-01T00:00:00Z");
      keep.setString(5, "2026-11-05T00:00:00Z");
      keep.setString(6, "How much?");
      keep.setString(7, asked.toString());
      keep.setBytes(8, KeptReply.sha256(body));
      keep.setBytes(9, KeptReply.deflated(body));
      keep.executeUpdate();
      post.setObject(1, KEY);
      post.setString(2, line.windowStart().toString());
      post.setString(3, line.windowEnd().toString());
      post.setString(4, asked.toString());
      post.setObject(5, reply);
      post.setObject(6, RULE);
      post.setBytes(7, new LedgerChain().next(head(connection), line));
      post.execute();
    }
  }

  private static byte[] head(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet head = statement.executeQuery("SELECT hash FROM ledger_head")) {
      head.next();
      return head.getBytes(1);
    }
  }

  private int verify() {
    PrintStream to = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return Main.run(new String[] {"verify"}, new Login(database.environment()::get), to, to);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void migrate(String target) {
    Flyway.configure()
        .dataSource(database.as(TwoRoles.OWNER))
        .locations("classpath:" + SchemaMigration.MIGRATIONS)
        .callbackLocations("classpath:" + SchemaMigration.CALLBACKS)
        .placeholders(Map.of("app_role", TwoRoles.APPLICATION))
        .target(target)
        .load()
        .migrate();
  }
}
