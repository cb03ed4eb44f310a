package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** For how long credentials may be asked for, by the rules of the tenant and of the API key. */
class LifeOfCredentialsIT {
  /** A change is felt within a second; the rest is the call itself. */
  private static final Duration FELT = Duration.ofSeconds(2);

  private static World world;
  private static TestTenant tenant;
  private static String address;
  private static Api backend;
  private static Api brief;

  @BeforeAll
  static void tenant_of_ten_minutes_to_two_hours() {
    world = World.running();
    tenant = TestTenant.added(world, "Bounded");
    tenant.createKey("production");
    address = "/tenants/" + tenant.id();
    backend = tenant.api("credentials");
    world
        .api()
        .patch(address, Map.of("minTtl", 600, "maxTtl", 7_200, "defaultTtl", 3_600))
        .expect(200);
    brief = world.api().with(tenant.issueKey(Map.of("maxTtl", 1_800)).get("key").asText());
    await().atMost(FELT).untilAsserted(() -> ask(backend, 7_201).expect(422));
  }

  @Test
  void who_asks_for_none_gets_the_tenant_s_default_as_far_as_the_api_key_allows() {
    assertThat(life(backend.post("/ice-servers", Map.of()))).isBetween(3_590, 3_600);
    assertThat(life(brief.post("/ice-servers", Map.of()))).isBetween(1_790, 1_800);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 599, 7_201, 86_400, 172_801})
  void another_life_is_refused_and_the_bounds_are_told(int ttl) {
    Answer refusal = ask(backend, ttl);

    Problems.assertInvalid(refusal, "ttl");
    assertThat(refusal.json().get("detail").asText()).contains("between 600 and 7200 seconds");
  }

  @Test
  void an_api_key_s_own_bound_is_told_likewise() {
    assertThat(life(ask(brief, 1_800))).isBetween(1_790, 1_800);
    Answer refusal = ask(brief, 1_801);

    Problems.assertInvalid(refusal, "ttl");
    assertThat(refusal.json().get("detail").asText()).contains("between 600 and 1800 seconds");
  }

  @Test
  void bounds_that_leave_nothing_are_refused_when_they_are_set() {
    refused(Map.of("maxTtl", 599), "maxTtl");
    refused(Map.of("minTtl", 0), "minTtl");
    refused(Map.of("maxTtl", 172_801), "maxTtl");
    refused(Map.of("defaultTtl", 599), "defaultTtl");
    refused(Map.of("minTtl", "x"), "minTtl");
    refused(Map.of("minTtl", 1_801), "minTtl");
    refused(Map.of("whenUnavailable", "perhaps"), "whenUnavailable");
    Map<String, Object> tooBrief =
        Map.of("name", "x", "scopes", new String[] {"credentials"}, "maxTtl", 599);
    Problems.assertInvalid(world.api().post(address + "/api-keys", tooBrief), "maxTtl");
  }

  @Test
  void a_tenant_has_no_rule_of_its_own_and_refuses_until_somebody_says_otherwise() {
    TestTenant other = TestTenant.added(world, "Unbounded");

    JsonNode shown = world.api().get("/tenants/" + other.id()).expect(200);

    assertThat(shown.get("minTtl").isNull()).isTrue();
    assertThat(shown.get("maxTtl").isNull()).isTrue();
    assertThat(shown.get("defaultTtl").isNull()).isTrue();
    assertThat(shown.get("whenUnavailable").asText()).isEqualTo("refuse");
    JsonNode changed =
        world
            .api()
            .patch("/tenants/" + other.id(), Map.of("maxTtl", 60, "whenUnavailable", "stun-only"))
            .expect(200);
    assertThat(changed.get("maxTtl").asInt()).isEqualTo(60);
    assertThat(changed.get("whenUnavailable").asText()).isEqualTo("stun-only");
    JsonNode freed = world.api().patch("/tenants/" + other.id(), Map.of("maxTtl", "")).expect(200);
    assertThat(freed.get("maxTtl").isNull()).isTrue();
  }

  private static void refused(Map<String, Object> change, String field) {
    Problems.assertInvalid(world.api().patch(address, change), field);
  }

  private static Answer ask(Api api, int ttl) {
    return api.post("/ice-servers", Map.of("ttl", ttl));
  }

  private static int life(Answer answer) {
    return answer.expect(201).get("ttl").asInt();
  }
}
