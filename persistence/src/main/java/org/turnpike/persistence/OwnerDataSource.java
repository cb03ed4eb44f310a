package org.turnpike.persistence;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.turnpike.shared.Secret;

/** The server's data source, logged in as the role that owns the schema. */
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
    return server.getConnection(user, password.reveal());
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
