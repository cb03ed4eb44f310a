package org.turnpike.migrations;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;

/** The migrations as a command for DBAs who change schemas themselves. */
public final class Main {
  private static final String USAGE =
      """
      usage: java -jar turnpike-migrations.jar info|migrate|validate|sql|verify
        info      lists the migrations and which are applied
        migrate   applies what is pending
        validate  checks that the schema is the one this release needs
        sql       prints the SQL that migrate would run, and changes nothing
        verify    reads the usage ledger and says whether a line of it was changed since it was posted
      Settings, in the environment: TURNPIKE_DB_URL, TURNPIKE_DB_USER (the application's role),
      TURNPIKE_DB_PASSWORD, and TURNPIKE_DB_OWNER_USER, TURNPIKE_DB_OWNER_PASSWORD of the role that
      owns the schema, where that is another one.
      """;

  // Held here: the logging of the JDK forgets the level of a logger that nobody holds.
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Main() {}

  public static void main(String[] args) {
    FLYWAY.setLevel(Level.WARNING);
    System.exit(run(args, new Login(System::getenv), System.out, System.err));
  }

  static int run(String[] args, Login login, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.print(USAGE);
      return 2;
    }
    try {
      return run(args[0], login, out, err);
    } catch (SchemaMismatch | IllegalStateException | FlywayException e) {
      err.println(e.getMessage().lines().findFirst().orElseThrow());
      return 1;
    } catch (SQLException e) {
      err.println("The ledger cannot be read: " + e.getMessage().lines().findFirst().orElse(""));
      return 1;
    }
  }

  private static int run(String command, Login login, PrintStream out, PrintStream err)
      throws SQLException {
    SchemaMigration schema = new SchemaMigration(login.dataSource(), login.appRole());
    switch (command) {
      case "info" ->
          schema
              .all()
              .forEach(
                  migration ->
                      out.printf(
                          "%-10s %-40s %s%n",
                          migration.getVersion(),
                          migration.getDescription(),
                          migration.getState().getDisplayName()));
      case "migrate" -> {
        schema.migrate();
        out.println("The schema is at version " + schema.version() + ".");
      }
      case "validate" -> {
        schema.validate();
        out.println("The schema is at version " + schema.version() + ", as this release needs it.");
      }
      case "verify" -> {
        LedgerVerification.Result result = new LedgerVerification(login.dataSource()).verify();
        (result.whole() ? out : err).println(result.finding());
        return result.whole() ? 0 : 1;
      }
      case "sql" -> out.print(new PendingSql(login.appRole()).of(schema.pending()));
      default -> {
        err.print(USAGE);
        return 2;
      }
    }
    return 0;
  }
}
