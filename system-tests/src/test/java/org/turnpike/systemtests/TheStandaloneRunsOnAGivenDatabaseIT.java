package org.turnpike.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;

/** A PostgreSQL of the operator's own, named by environment variables, and what is left without. */
class TheStandaloneRunsOnAGivenDatabaseIT {
  @Test
  void known_identifiers_are_served_while_the_database_is_away() throws Exception {
    Standalone standalone;
    Api backend;
    JsonNode minted;
    try (TestDatabase database =
        TestDatabase.start(Installation.workFolder("given").resolve("database"))) {
      standalone = Standalone.apart(settings(database));
      TestTenant tenant = TestTenant.added(standalone.world(), "Given");
      tenant.createKey("production");
      backend = tenant.api("credentials");
      minted = mint(backend, "alice").expect(201);
    }

    JsonNode again = mint(backend, "alice").expect(201);
    Answer unknown = mint(backend, "bob");

    assertThat(again.get("source").asText()).isEqualTo("reused");
    assertThat(again.get("grantId")).isEqualTo(minted.get("grantId"));
    assertThat(again.get("iceServers")).isEqualTo(minted.get("iceServers"));
    assertThat(unknown.status()).as(unknown.toString()).isEqualTo(503);
    assertThat(unknown.header("Retry-After"))
        .hasValueSatisfying(it -> assertThat(it).isNotEqualTo("0"));
    assertThat(Web.get(standalone.world().uri("/health/ready")).body())
        .contains("\"database\":\"degraded\"");
  }

  private static Answer mint(Api backend, String identifier) {
    return backend.post("/ice-servers", Map.of("customIdentifier", identifier));
  }

  private static Map<String, String> settings(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(database.ownerSettings());
    settings.put("TURNPIKE_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/turnpike");
    settings.put("TURNPIKE_DB_USER", TestDatabase.APPLICATION);
    settings.put("TURNPIKE_DB_PASSWORD", TestDatabase.PASSWORD);
    return settings;
  }
}
