package org.turnpike.migrations;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the database is and who logs in: the owner role where one is given, else the application's
 * own. The product's settings of the same names, read again because this jar stands alone.
 */
final class Login {
  private final UnaryOperator<String> environment;

  Login(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    String url = required("turnpike.db.url");
    try {
      dataSource.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "TURNPIKE_DB_URL must look like jdbc:postgresql://host:5432/turnpike.", e);
    }
    Optional<String> owner = find("turnpike.db.owner.user");
    dataSource.setUser(owner.orElseGet(this::appRole));
    find(owner.isPresent() ? "turnpike.db.owner.password" : "turnpike.db.password")
        .ifPresent(dataSource::setPassword);
    return dataSource;
  }

  String appRole() {
    return required("turnpike.db.user");
  }

  private String required(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException(variable(key) + " is missing."));
  }

  private Optional<String> find(String key) {
    return Optional.ofNullable(environment.apply(variable(key)))
        .or(() -> Optional.ofNullable(System.getProperty(key)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
