package org.turnpike.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.turnpike.shared.Setting;

/**
 * PostgreSQL with its data in the home folder, for whoever gives no database: on the loopback
 * address and a free port, with a password for everybody, and as careful with data as a real one
 * (the launcher we use is made for tests and would not be).
 */
final class EmbeddedDatabase {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Home home;
  private EmbeddedPostgres postgres;

  EmbeddedDatabase(Home home) {
    this.home = home;
  }

  /** Returns the settings that lead to the database. */
  Map<Setting, String> start() {
    Path data = home.file("database");
    OrphanedPostgres.of(data).stop();
    Path passwordFile = home.file("database.passwords");
    if (Files.notExists(passwordFile) && Files.exists(data)) {
      throw new Refused("The database's passwords are gone: " + passwordFile + " is missing.");
    }
    DatabasePasswords passwords = DatabasePasswords.in(passwordFile);
    try {
      postgres = launch(data, passwords);
      DatabaseRoles.create(postgres.getPostgresDatabase(), passwords);
    } catch (IOException | SQLException | RuntimeException e) {
      throw new Refused(
          "The embedded PostgreSQL does not start; "
              + home.folder("log")
              + " says why. Or give a database: turnpike.db.url.",
          e);
    }
    return Map.of(
        Setting.DB_URL,
        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DatabaseRoles.DATABASE,
        Setting.DB_USER,
        DatabaseRoles.APPLICATION,
        Setting.DB_PASSWORD,
        passwords.application().reveal(),
        Setting.DB_OWNER_USER,
        DatabaseRoles.OWNER,
        Setting.DB_OWNER_PASSWORD,
        passwords.owner().reveal());
  }

  void stop() {
    if (postgres == null) {
      return;
    }
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EmbeddedPostgres launch(Path data, DatabasePasswords passwords) throws IOException {
    Path binaries = home.folder("postgresql");
    Path password = home.file("database.initial");
    // It deletes old-looking data folders below its working folder: ours must not lie there.
    System.setProperty("ot.epg.working-dir", binaries.toString());
    PrivateFile.write(password, passwords.superuser().reveal());
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setOverrideWorkingDirectory(binaries.toFile())
          .setRegisterShutdownHook(false)
          .setPGStartupWait(PATIENCE)
          // Every one of these becomes an option of initdb.
          .setLocaleConfig("auth", "scram-sha-256")
          .setLocaleConfig("pwfile", password.toString())
          .setLocaleConfig("locale-provider", "builtin")
          .setLocaleConfig("locale", "C.UTF-8")
          .setConnectConfig("password", passwords.superuser().reveal())
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("unix_socket_directories", "")
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "100")
          .setServerConfig("logging_collector", "on")
          .setServerConfig("log_filename", "postgresql-%a.log")
          .setServerConfig("log_truncate_on_rotation", "on")
          .start();
    } finally {
      Files.deleteIfExists(password);
    }
  }
}
