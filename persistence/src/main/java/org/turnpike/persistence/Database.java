package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.turnpike.shared.Settings;

/** The database behind {@code jdbc/turnpike}: its schema first, then whether it is there. */
@ApplicationScoped
public class Database {
  private static final Logger LOG = Logger.getLogger(Database.class.getName());
  private static final int SECONDS_TO_ANSWER = 2;

  private Settings settings;
  private volatile DataSource dataSource;
  private volatile String schemaVersion;

  protected Database() {}

  @Inject
  public Database(Settings settings) {
    this.settings = settings;
  }

  /**
   * To be called at the start of each web application, before anything else works: checks that the
   * settings can be read, brings the schema to this release, or checks that a DBA did, and that it
   * fits the mapped classes.
   *
   * @throws IllegalStateException when the application cannot start; it is logged in one line
   */
  public void prepare(EntityManagerFactory factory) {
    try {
      settings.requireReadable();
      Encryption.requireKey(settings);
      SessionFactoryImplementor hibernate = factory.unwrap(SessionFactoryImplementor.class);
      dataSource =
          hibernate
              .getServiceRegistry()
              .requireService(ConnectionProvider.class)
              .unwrap(DataSource.class);
      schemaVersion = new SchemaAtStart(settings, dataSource).prepare();
      hibernate.getSchemaManager().validateMappedObjects();
    } catch (SQLException | RuntimeException e) {
      String reason = "Turnpike does not start: " + firstLine(rootOf(e));
      LOG.severe(reason);
      throw new IllegalStateException(reason, e);
    }
    LOG.log(Level.INFO, "The database schema is at version {0}", schemaVersion);
  }

  public String schemaVersion() {
    return schemaVersion;
  }

  /** Asks the database, and may wait for it as long as the server's pool does. */
  public boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      LOG.log(Level.FINE, "The database does not answer", e);
      return false;
    }
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
