package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.migrations.LedgerVerification;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

class AppendOnlyTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @BeforeEach
  void there_are_lines_and_entries() {
    PostgresPorts ports = PostgresPorts.empty();
    Samples samples = new Samples(ports);
    TurnKey key = samples.turnKey(samples.tenant("acme"));
    UsageSamples.relayed(ports, key, "2026-11-22T10:00:00Z", 100, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE usage_record SET egress_bytes = 0, turnpike_app",
    "UPDATE usage_record SET egress_bytes = 0, turnpike_owner",
    "DELETE FROM usage_record, turnpike_app",
    "DELETE FROM usage_record, turnpike_owner",
    "TRUNCATE usage_record, turnpike_app",
    "TRUNCATE usage_record, turnpike_owner",
    "UPDATE usage_record_2026_11 SET egress_bytes = 0, turnpike_app",
    "UPDATE usage_record_2026_11 SET egress_bytes = 0, turnpike_owner",
    "DELETE FROM usage_record_2026_11, turnpike_app",
    "DELETE FROM usage_record_2026_11, turnpike_owner",
    "TRUNCATE usage_record_2026_11, turnpike_app",
    "TRUNCATE usage_record_2026_11, turnpike_owner",
    "TRUNCATE usage_record_of_no_month, turnpike_owner",
    "UPDATE usage_reply SET question = 'another', turnpike_app",
    "UPDATE usage_reply SET question = 'another', turnpike_owner",
    "DELETE FROM usage_reply, turnpike_app",
    "DELETE FROM usage_reply, turnpike_owner",
    "TRUNCATE usage_reply, turnpike_app",
    "TRUNCATE usage_reply, turnpike_owner",
    "UPDATE lost_usage SET range_end = range_end + interval '1 day', turnpike_app",
    "DELETE FROM lost_usage, turnpike_owner",
    "DELETE FROM usage_day, turnpike_app",
    "TRUNCATE usage_day, turnpike_app",
    "DELETE FROM ledger_head, turnpike_app",
    "UPDATE audit_entry SET action = upper(action), turnpike_app",
    "UPDATE audit_entry SET action = upper(action), turnpike_owner",
    "DELETE FROM audit_entry, turnpike_app",
    "DELETE FROM audit_entry, turnpike_owner",
    "TRUNCATE audit_entry, turnpike_app",
    "TRUNCATE audit_entry, turnpike_owner",
  })
  void lines_and_entries_neither_change_nor_go_whoever_asks(String sql, String role)
      throws SQLException {
    assertThatThrownBy(() -> Rows.execute(TestDatabase.as(role), sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    assertThat(new LedgerVerification(TestDatabase.as(role)).verify().finding())
        .startsWith("The ledger is whole: 1 lines");
    assertThat(Rows.query(TestDatabase.as(role), "SELECT DISTINCT action FROM audit_entry"))
        .containsExactly("turn-key.created");
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER TABLE usage_record DISABLE TRIGGER append_only",
    "DROP TRIGGER append_only ON usage_record",
    "ALTER TABLE usage_record DROP CONSTRAINT usage_record_once",
    "ALTER TABLE usage_record NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE usage_record DISABLE ROW LEVEL SECURITY",
    "DROP POLICY within_reach ON usage_record",
    "ALTER TABLE usage_record DETACH PARTITION usage_record_2026_11",
    "DROP TABLE audit_entry",
    "UPDATE rate_plan SET unit_price = 0",
    "DELETE FROM tenant",
    "CREATE TABLE mine (a int)",
  })
  void the_application_cannot_undo_what_the_schema_ensures(String sql) {
    assertThatThrownBy(() -> Rows.execute(TestDatabase.as(TestDatabase.APPLICATION), sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }
}
