package org.turnpike.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.turnpike.shared.Secret;

/**
 * The server's data source, logged in as the role that owns the schema. A pool that does not tell
 * its connections apart by user would migrate as the application's role, and lend the owner's
 * connections to the application later: such a pool is refused.
 */
final class OwnerDataSource implements DataSource {
  private final DataSource server;
  private final String user;
  private final Secret password;

  OwnerDataSource(DataSource server, String user, Secret password) {
    this.server = server;
    this.user = user;
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = server.getConnection(user, password.reveal());
    String actual = connection.getMetaData().getUserName();
    if (!user.equals(actual)) {
      connection.close();
      throw new SQLException(
          "The server's pool gave a connection of "
              + actual
              + " to "
              + user
              + ": set it to match connections by user (Payara: match-connections=true).");
    }
    return connection;
  }

  @Override
  public Connection getConnection(String otherUser, String otherPassword) throws SQLException {
    return server.getConnection(otherUser, otherPassword);
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return server.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    server.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    server.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return server.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(OwnerDataSource.class.getPackageName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return server.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return server.isWrapperFor(type);
  }
}
