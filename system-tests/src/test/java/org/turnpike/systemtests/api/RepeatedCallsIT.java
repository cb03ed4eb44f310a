package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** A call repeated with its Idempotency-Key creates nothing twice, and shows no secret twice. */
class RepeatedCallsIT {
  private static World world;
  private static TestTenant tenant;

  private final String once = UUID.randomUUID().toString();

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Repeated");
    tenant.createKey("production");
  }

  @Test
  void the_same_call_gets_the_same_answer_and_creates_one_thing() {
    String body = "{\"name\":\"backup\"}";
    String path = "/tenants/" + tenant.id() + "/turn-keys";

    Answer first = post(world.api(), path, body);
    Answer second = post(world.api(), path, body);

    assertThat(second.expect(201)).isEqualTo(first.expect(201));
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(world.api().items(path))
        .filteredOn(key -> key.get("name").asText().equals("backup"))
        .hasSize(1);
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    String path = "/tenants/" + tenant.id() + "/api-keys";
    post(world.api(), path, "{\"name\":\"one\",\"scopes\":[\"usage\"]}").expect(201);

    Problems.assertInvalid(
        post(world.api(), path, "{\"name\":\"two\",\"scopes\":[\"usage\"]}"), "Idempotency-Key");
  }

  @Test
  void an_api_key_is_shown_once() {
    String path = "/tenants/" + tenant.id() + "/api-keys";
    String body = "{\"name\":\"shown once\",\"scopes\":[\"usage\"]}";
    JsonNode issued = post(world.api(), path, body).expect(201);

    JsonNode problem = Problems.assertProblem(post(world.api(), path, body), 409);

    assertThat(problem.get("id")).isEqualTo(issued.get("id"));
    assertThat(problem.toString()).doesNotContain(issued.get("key").asText());
  }

  @Test
  void a_credential_is_minted_and_shown_once() {
    Api backend = tenant.api("credentials");
    String body = "{\"customIdentifier\":\"repeated\"}";
    int before = minted();
    JsonNode issued = post(backend, "/ice-servers", body).expect(201);

    JsonNode problem = Problems.assertProblem(post(backend, "/ice-servers", body), 409);

    assertThat(problem.get("id")).isEqualTo(issued.get("grantId"));
    assertThat(backend.items("/credentials?customIdentifier=repeated")).hasSize(1);
    assertThat(minted()).isEqualTo(before + 1);
  }

  @Test
  void a_call_that_failed_may_be_put_right_under_its_key() {
    Api backend = tenant.api("credentials");

    Problems.assertInvalid(post(backend, "/ice-servers", "{\"ttl\":0}"), "ttl");

    post(backend, "/ice-servers", "{\"ttl\":60}").expect(201);
  }

  @Test
  void the_keys_of_two_callers_have_nothing_to_do_with_each_other() {
    JsonNode one = post(tenant.api("credentials"), "/ice-servers", "{}").expect(201);
    JsonNode other = post(tenant.api("credentials"), "/ice-servers", "{}").expect(201);

    assertThat(other.get("grantId")).isNotEqualTo(one.get("grantId"));
  }

  private static int minted() {
    return world.api().items("/tenants/" + tenant.id() + "/turn-keys").stream()
        .mapToInt(key -> world.cloudflare().minted(key.get("uid").asText()).size())
        .sum();
  }

  private Answer post(Api caller, String path, String body) {
    return caller.send(
        caller.request(path).header("Idempotency-Key", once).POST(BodyPublishers.ofString(body)));
  }
}
