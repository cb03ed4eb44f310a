package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.relational.SchemaManager;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.migrations.SchemaMismatch;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeZones;

class SchemaTest {
  private final Map<Setting, String> given = new EnumMap<>(Setting.class);
  private final Settings settings =
      new Settings(setting -> Optional.ofNullable(given.get(setting)));
  private final SchemaManager schema =
      ResourceLocal.entityManagerFactory()
          .unwrap(SessionFactoryImplementor.class)
          .getSchemaManager();

  @Test
  void the_migrated_schema_fits_the_mapped_classes() {
    assertThatCode(schema::validateMappedObjects).doesNotThrowAnyException();
  }

  @Test
  void a_schema_that_does_not_fit_them_is_noticed() {
    TestDatabase.asSuperuser("ALTER TABLE tenant RENAME slug TO slag");
    try {
      assertThatThrownBy(schema::validateMappedObjects)
          .isInstanceOf(SchemaManagementException.class)
          .hasMessageContaining("slug");
    } finally {
      TestDatabase.asSuperuser("ALTER TABLE tenant RENAME slag TO slug");
    }
  }

  @Test
  void where_a_dba_migrates_a_database_not_migrated_is_refused_and_left_alone()
      throws SQLException {
    given.put(Setting.DB_MIGRATE, "validate");
    PGSimpleDataSource database = TestDatabase.unmigrated("not_migrated");
    assertThatThrownBy(() -> new SchemaAtStart(settings, database).prepare())
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("version none");
    assertThat(Rows.query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        .isEmpty();
  }

  @Test
  void where_a_dba_migrates_a_migrated_database_is_accepted_from_the_application_s_role()
      throws SQLException {
    given.put(Setting.DB_MIGRATE, "validate");
    assertThat(new SchemaAtStart(settings, TestDatabase.as(TestDatabase.APPLICATION)).prepare())
        .isEqualTo(newestMigration());
  }

  @Test
  void the_owner_s_role_migrates_and_the_application_s_role_may_work_with_it() throws SQLException {
    given.put(Setting.DB_OWNER_USER, TestDatabase.OWNER);
    given.put(Setting.DB_OWNER_PASSWORD, "owner");
    PGSimpleDataSource database = TestDatabase.unmigrated("to_migrate");
    database.setUser(TestDatabase.APPLICATION);
    assertThat(new SchemaAtStart(settings, database).prepare()).isEqualTo(newestMigration());
    assertThat(Rows.query(database, "SELECT number FROM epoch")).containsExactly("0");
    assertThat(new SchemaAtStart(settings, database).prepare())
        .as("a second start finds nothing to do")
        .isEqualTo(newestMigration());
  }

  @Test
  void an_owner_without_a_password_and_an_unknown_mode_stop_the_start_with_one_line() {
    given.put(Setting.DB_OWNER_USER, TestDatabase.OWNER);
    PGSimpleDataSource database = TestDatabase.as(TestDatabase.APPLICATION);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SchemaAtStart(settings, database).prepare())
        .withMessageContaining("turnpike.db.owner.password");
    given.put(Setting.DB_MIGRATE, "perhaps");
    assertThatIllegalStateException()
        .isThrownBy(() -> new SchemaAtStart(settings, database).prepare())
        .withMessageContaining("turnpike.db.migrate");
  }

  @Test
  void each_time_zone_a_tenant_may_choose_is_one_the_database_knows() throws SQLException {
    assertThat(
            Rows.query(
                TestDatabase.as(TestDatabase.APPLICATION), "SELECT name FROM pg_timezone_names"))
        .containsAll(
            ZoneId.getAvailableZoneIds().stream().filter(SchemaTest::mayBeChosen).toList());
  }

  private static boolean mayBeChosen(String zone) {
    try {
      return TimeZones.named(zone).getId().equals(zone);
    } catch (Rejected no) {
      return false;
    }
  }

  private static String newestMigration() throws SQLException {
    return Rows.query(
            TestDatabase.as(TestDatabase.OWNER),
            "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1")
        .get(0);
  }
}
