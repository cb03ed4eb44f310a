package org.turnpike.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a DBA types, and what comes back. */
class MigratingByHandTest {
  private static TwoRoles database;

  private Map<String, String> environment;
  private ByteArrayOutputStream output;
  private ByteArrayOutputStream errors;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = new TwoRoles();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    database.useNewDatabase();
    environment = database.environment();
  }

  @Test
  void info_lists_what_is_pending_and_then_what_is_applied() {
    assertThat(run("info")).isZero();
    assertThat(printed(output)).contains("Pending").doesNotContain("Success");

    run("migrate");
    assertThat(run("info")).isZero();
    assertThat(printed(output)).contains("Success").doesNotContain("Pending");
  }

  @Test
  void sql_prints_what_migrate_would_run_and_changes_nothing() {
    assertThat(run("sql")).isZero();
    assertThat(printed(output)).contains("CREATE TABLE", TwoRoles.APPLICATION).doesNotContain("${");

    assertThat(run("validate")).isOne();
  }

  @Test
  void sql_says_so_when_nothing_is_pending() {
    run("migrate");

    assertThat(run("sql")).isZero();
    assertThat(printed(output)).isEqualTo("-- Nothing is pending.\n");
  }

  @Test
  void validate_passes_once_migrated() {
    run("migrate");

    assertThat(run("validate")).isZero();
    assertThat(printed(output)).contains("as this release needs it");
  }

  @Test
  void validate_says_in_one_line_what_differs() throws SQLException {
    run("migrate");
    TwoRoles.execute(
        database.as(TwoRoles.OWNER),
        "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

    assertThat(run("validate")).isOne();
    assertThat(printed(errors)).contains("not what this release needs").hasLineCount(1);
  }

  @Test
  void the_application_may_not_migrate_where_an_owner_does() {
    environment.remove("TURNPIKE_DB_OWNER_USER");

    assertThat(run("migrate")).isOne();
    assertThat(printed(errors)).isNotBlank();
  }

  @Test
  void a_missing_or_unreadable_setting_is_named() {
    environment.put("TURNPIKE_DB_URL", "postgres://somewhere");
    assertThat(run("info")).isOne();
    assertThat(printed(errors)).startsWith("TURNPIKE_DB_URL must look like").hasLineCount(1);

    environment.remove("TURNPIKE_DB_URL");
    assertThat(run("info")).isOne();
    assertThat(printed(errors)).isEqualTo("TURNPIKE_DB_URL is missing.\n");
  }

  @Test
  void an_unknown_command_prints_the_usage() {
    assertThat(run("clean")).isEqualTo(2);
    assertThat(printed(errors)).startsWith("usage: ");
  }

  private int run(String command) {
    output = new ByteArrayOutputStream();
    errors = new ByteArrayOutputStream();
    return Main.run(
        new String[] {command}, new Login(environment::get), stream(output), stream(errors));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String printed(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
