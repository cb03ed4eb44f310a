package org.turnpike.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.turnpike.migrations.SchemaMigration;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Migrates, as the owner role where one is set; or only checks, where a DBA migrates. */
final class SchemaAtStart {
  private final Settings settings;
  private final DataSource application;

  SchemaAtStart(Settings settings, DataSource application) {
    this.settings = settings;
    this.application = application;
  }

  /** Returns the schema's version, which is this release's or a newer one. */
  String prepare() throws SQLException {
    String role = applicationRole();
    SchemaMigration schema = new SchemaMigration(application, role);
    if (migrates()) {
      new SchemaMigration(owner(), role).migrate();
    }
    schema.validate();
    return schema.version();
  }

  private boolean migrates() {
    return settings.choice(Setting.DB_MIGRATE).equals("auto");
  }

  private DataSource owner() {
    return settings
        .find(Setting.DB_OWNER_USER)
        .<DataSource>map(
            user ->
                new OwnerDataSource(
                    application, user, Secret.of(settings.text(Setting.DB_OWNER_PASSWORD))))
        .orElse(application);
  }

  private String applicationRole() throws SQLException {
    try (Connection connection = application.getConnection()) {
      return connection.getMetaData().getUserName();
    }
  }
}
