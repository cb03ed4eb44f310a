package org.turnpike.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationInfo;

/** What {@code migrate} would run, for a DBA to read first. */
final class PendingSql {
  private final String appRole;

  PendingSql(String appRole) {
    this.appRole = appRole;
  }

  String of(List<MigrationInfo> pending) {
    if (pending.isEmpty()) {
      return "-- Nothing is pending.\n";
    }
    return pending.stream()
        .map(migration -> script(SchemaMigration.MIGRATIONS, migration.getScript()))
        .collect(Collectors.joining("\n", "", "\n"))
        .concat(script(SchemaMigration.CALLBACKS, "afterMigrate.sql"));
  }

  private String script(String folder, String name) {
    return "-- " + name + "\n" + text(folder + "/" + name).replace("${app_role}", appRole);
  }

  private static String text(String resource) {
    try (InputStream in = PendingSql.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
