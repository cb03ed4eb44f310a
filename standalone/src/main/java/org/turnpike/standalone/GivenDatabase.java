package org.turnpike.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** The database that the settings name, tried before the server is started on it. */
final class GivenDatabase {
  private static final int OLDEST = 15;
  private static final int SECONDS_TO_CONNECT = 10;

  private GivenDatabase() {}

  static void check(Settings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    try {
      database.setUrl(settings.text(Setting.DB_URL));
    } catch (IllegalArgumentException e) {
      throw new Refused(
          "Setting turnpike.db.url (TURNPIKE_DB_URL) must look like"
              + " jdbc:postgresql://host:5432/turnpike.",
          e);
    }
    database.setUser(settings.text(Setting.DB_USER));
    database.setPassword(settings.text(Setting.DB_PASSWORD));
    database.setConnectTimeout(SECONDS_TO_CONNECT);
    try (Connection connection = database.getConnection()) {
      int release = connection.getMetaData().getDatabaseMajorVersion();
      if (release < OLDEST) {
        throw new Refused(
            "PostgreSQL %d is too old: it must be %d or newer.".formatted(release, OLDEST));
      }
    } catch (SQLException e) {
      throw new Refused("The database (turnpike.db.url) does not answer: " + e.getMessage(), e);
    }
  }
}
