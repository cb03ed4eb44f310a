package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** A key that is missing, wrong, expired, revoked or from elsewhere opens nothing. */
class ApiKeysOpenNothingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static World world;
  private static TestTenant tenant;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Locked Out");
  }

  @Test
  void without_a_key() {
    assertRefused(world.api().anonymous().get("/tenants"));
  }

  @Test
  void with_a_key_nobody_issued() {
    assertRefused(world.api().with("tpk_" + "A".repeat(43)).get("/tenants"));
  }

  @Test
  void with_another_scheme() {
    Api nobody = world.api().anonymous();

    assertRefused(nobody.send(nobody.request("/tenants").header("Authorization", "Basic eDp5")));
  }

  @Test
  void with_a_key_longer_than_any() {
    assertRefused(world.api().with("tpk_" + "A".repeat(4_000)).get("/tenants"));
  }

  @Test
  void with_a_key_that_has_expired() {
    Api expiring =
        issued(Map.of("expiresAt", Instant.now().plus(Duration.ofSeconds(3)).toString()));

    expiring.get("/tenants").expect(200);
    await().atMost(PATIENCE).untilAsserted(() -> assertRefused(expiring.get("/tenants")));
  }

  @Test
  void with_a_key_that_was_revoked() {
    JsonNode key = tenant.issueKey("usage");
    Api revoked = world.api().with(key.get("key").asText());
    revoked.get("/tenants").expect(200);

    world
        .api()
        .delete("/tenants/" + tenant.id() + "/api-keys/" + key.get("id").asText())
        .expectNothing(204);

    await().atMost(PATIENCE).untilAsserted(() -> assertRefused(revoked.get("/tenants")));
  }

  @Test
  void from_a_network_that_is_not_allowed() {
    Answer answer = issued(Map.of("allowedNetworks", List.of("10.0.0.0/8"))).get("/tenants");

    assertThat(answer.status()).as(answer.text()).isIn(401, 403);
    Problems.assertProblem(answer, answer.status());
  }

  @Test
  void without_the_scope() {
    tenant.createKey("production");

    Problems.assertProblem(tenant.api("usage").post("/ice-servers", Map.of()), 403);
    Problems.assertProblem(
        tenant.api("credentials").get("/tenants/" + tenant.id() + "/usage"), 403);
  }

  @Test
  void an_operators_key_does_not_mint() {
    Problems.assertProblem(world.api().post("/ice-servers", Map.of()), 403);
  }

  private static Api issued(Map<String, Object> restriction) {
    Map<String, Object> body = new HashMap<>(restriction);
    body.put("name", "Restricted");
    body.put("scopes", List.of("usage"));
    return world
        .api()
        .with(
            world
                .api()
                .post("/tenants/" + tenant.id() + "/api-keys", body)
                .expect(201)
                .get("key")
                .asText());
  }

  private static void assertRefused(Answer answer) {
    Problems.assertProblem(answer, 401);
    assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }
}
