package org.turnpike.systemtests.world;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** The PostgreSQL that a running product started for itself, for its superuser. */
public final class OwnPostgres {
  private static final String SUPERUSER = "postgres";
  private static final int LINE_OF_PID = 0;
  private static final int LINE_OF_PORT = 3;

  private final List<String> postmaster;
  private final String password;

  private OwnPostgres(List<String> postmaster, String password) {
    this.postmaster = postmaster;
    this.password = password;
  }

  /**
   * Finds it.
   *
   * @param home the product's data folder
   */
  public static OwnPostgres of(Path home) throws IOException {
    Properties passwords = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("database.passwords"))) {
      passwords.load(reader);
    }
    return new OwnPostgres(
        Files.readAllLines(home.resolve("database/postmaster.pid")),
        passwords.getProperty("superuser"));
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), SUPERUSER, password);
  }

  /** Its address, for JDBC. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postmaster.get(LINE_OF_PORT).strip() + "/" + database;
  }

  /** The process that is the parent of all its others. */
  public ProcessHandle process() {
    return ProcessHandle.of(Long.parseLong(postmaster.get(LINE_OF_PID).strip())).orElseThrow();
  }
}
