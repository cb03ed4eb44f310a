package org.turnpike.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** One unchanged archive, and a data source that the administrator made. */
class TheEarRunsOnPayaraServerIT {
  private static TestDatabase database;
  private static PayaraServer server;
  private static World world;

  @BeforeAll
  static void deploy() throws Exception {
    Path folder = Installation.workFolder("payara-server");
    database = TestDatabase.start(folder.resolve("database"));
    server = PayaraServer.create(folder);
    world = World.around(server.uri("/"));
    Map<String, String> environment = new HashMap<>(database.ownerSettings());
    environment.putAll(Java.environmentInTests());
    environment.putAll(world.operator().settings());
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
      world.cloudflare().close();
    }
  }

  @Test
  void it_is_ready_with_its_schema_migrated() throws Exception {
    HttpResponse<String> ready = Web.await(server.uri("/api/health/ready"));

    assertThat(ready.body()).contains("\"status\":\"UP\"", "\"database\":\"ok\"", "\"schema\":\"");
  }

  @Test
  void it_mints_a_credential() throws Exception {
    Web.await(server.uri("/api/health/ready"));
    TestTenant tenant = TestTenant.added(world, "On Payara Server");
    TestTenant.TurnKey turnKey = tenant.createKey("production");

    JsonNode reply = tenant.api("credentials").post("/ice-servers", Map.of()).expect(201);

    assertThat(reply.get("iceServers").findValuesAsText("credential")).isNotEmpty();
    assertThat(world.cloudflare().minted(turnKey.uid())).hasSize(1);
  }

  @Test
  void its_console_lets_the_operator_in() throws Exception {
    Web.await(server.uri("/console/"));
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      assertThat(operator.open("company.xhtml").locator("h1").innerText()).isEqualTo("Overview");
    }
  }

  private static String randomKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
