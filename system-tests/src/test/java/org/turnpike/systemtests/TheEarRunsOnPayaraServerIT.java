package org.turnpike.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One unchanged archive, and a data source that the administrator made. */
class TheEarRunsOnPayaraServerIT {
  private static TestDatabase database;
  private static PayaraServer server;

  @BeforeAll
  static void deploy() throws Exception {
    Path folder = Installation.workFolder("payara-server");
    database = TestDatabase.start(folder.resolve("database"));
    server = PayaraServer.create(folder);
    Map<String, String> environment = new HashMap<>(database.ownerSettings());
    environment.put("TURNPIKE_MASTER_KEY", randomKey());
    environment.put("POOL_PASSWORD", TestDatabase.PASSWORD);
    server.start(environment);
    server.administer(
        "create-jdbc-connection-pool",
        "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
        "--restype=javax.sql.DataSource",
        "--matchconnections=true",
        "--property=serverName=127.0.0.1:portNumber=%d:databaseName=turnpike:user=%s"
                .formatted(database.port(), TestDatabase.APPLICATION)
            + ":password=${ENV=POOL_PASSWORD}",
        "turnpike");
    server.administer("create-jdbc-resource", "--connectionpoolid=turnpike", "jdbc/turnpike");
    server.administer("deploy", "--name=turnpike", Installation.ear().toString());
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      server.administer("undeploy", "turnpike");
    } finally {
      server.stop();
      database.close();
    }
  }

  @Test
  void it_is_ready_with_its_schema_migrated() throws Exception {
    HttpResponse<String> ready = Web.await(server.uri("/api/health/ready"));

    assertThat(ready.body()).contains("\"status\":\"UP\"", "\"database\":\"ok\"", "\"schema\":\"");
  }

  @Test
  void the_console_answers() throws Exception {
    assertThat(Web.await(server.uri("/console/")).body()).contains("Turnpike");
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
