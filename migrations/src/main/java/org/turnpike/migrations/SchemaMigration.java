package org.turnpike.migrations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * The schema of one database and the migrations of this release. Connects as whoever the data
 * source says: {@link #migrate} needs the schema's owner, for the rest the application's role will
 * do. Nodes that start together wait for each other: Flyway holds a lock in the database.
 */
public final class SchemaMigration {
  static final String MIGRATIONS = "db/migration";
  static final String CALLBACKS = "db/callback";

  private final Flyway flyway;

  /**
   * @param appRole the role that the application logs in with, to which the migrations grant
   */
  public SchemaMigration(DataSource dataSource, String appRole) {
    flyway =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:" + MIGRATIONS)
            .callbackLocations("classpath:" + CALLBACKS)
            .placeholders(Map.of("app_role", appRole))
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .load();
  }

  /** Brings the schema to this release's version. */
  public void migrate() {
    flyway.migrate();
  }

  /**
   * Passes when every migration of this release is applied, unchanged. Newer ones may be there too,
   * so that a node of the previous release can go on while the next one is rolled out.
   *
   * @throws SchemaMismatch with one line that says what differs
   */
  public void validate() {
    ValidateResult result = flyway.validateWithResult();
    if (!result.validationSuccessful) {
      throw new SchemaMismatch(
          "The database's schema is at version "
              + version()
              + ", which is not what this release needs: "
              + differences(result));
    }
  }

  /** The newest version applied, "none" in an empty database. */
  public String version() {
    MigrationInfo current = flyway.info().current();
    return current == null ? "none" : current.getVersion().getVersion();
  }

  List<MigrationInfo> all() {
    return List.of(flyway.info().all());
  }

  List<MigrationInfo> pending() {
    return List.of(flyway.info().pending());
  }

  private static String differences(ValidateResult result) {
    return result.invalidMigrations.stream()
        .map(migration -> migration.errorDetails.errorMessage.lines().findFirst().orElse(""))
        .collect(Collectors.joining("; "));
  }
}
