package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.ExactRequest;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * The TURN REST draft puts the API key into the URL, where logs keep it: accepted only where the
 * tenant was switched to it. That no log of ours shows it, SecretsStayInsideIT finds out.
 */
class KeyInUrlIT {
  private static final Duration FELT = Duration.ofSeconds(2);

  private static World world;
  private static Api anybody;
  private static TestTenant cautious;
  private static TestTenant switched;

  @BeforeAll
  static void tenants() {
    world = World.running();
    anybody = new Api(world.uri("/api"), world.secrets(), null);
    cautious = TestTenant.added(world, "Cautious");
    cautious.createKey("production");
    switched = TestTenant.added(world, "Switched");
    switched.createKey("production");
    change(switched, true);
    String key = key(switched);
    await("minting to be warm").until(() -> ask(key).status() == 200);
  }

  @Test
  void no_tenant_begins_with_it() {
    assertThat(shown(cautious)).isFalse();

    JsonNode problem = Problems.assertProblem(ask(key(cautious)), 401);

    assertThat(problem.get("detail").asText()).contains("no API key in the URL", "Authorization");
  }

  @Test
  void where_it_is_switched_on_the_key_opens_and_no_header_is_needed() {
    assertThat(shown(switched)).isTrue();

    JsonNode reply = ask(key(switched)).expect(200);

    assertThat(reply.get("password").asText()).isNotBlank();
    Problems.assertProblem(anybody.get("/turn?service=turn&username=anna"), 401);
    Problems.assertProblem(ask("tpk_" + "A".repeat(43)), 401);
    Problems.assertProblem(ask(world.operator().apiKey()), 401);
  }

  @Test
  void a_change_is_felt_within_a_second_both_ways() {
    TestTenant wavering = TestTenant.added(world, "Wavering");
    wavering.createKey("production");
    String key = key(wavering);
    ask(key).expect(401);

    change(wavering, true);
    await().atMost(FELT).untilAsserted(() -> ask(key).expect(200));
    change(wavering, false);
    await().atMost(FELT).untilAsserted(() -> ask(key).expect(401));

    assertThat(shown(wavering)).isFalse();
  }

  @Test
  void a_key_in_a_header_counts_and_not_the_one_in_the_url() {
    Api cautiousApp = anybody.with(key(cautious));

    cautiousApp.get("/turn?service=turn&username=anna&key=" + key(switched)).expect(200);
    Problems.assertProblem(
        anybody
            .with("tpk_" + "A".repeat(43))
            .get("/turn?service=turn&username=anna&key=" + key(switched)),
        401);
  }

  @Test
  void at_no_other_address_does_it_count() {
    String key = key(switched);

    Problems.assertProblem(anybody.post("/v1/ice-servers?key=" + key, Map.of()), 401);
    Problems.assertProblem(anybody.get("/v1/credentials?key=" + key), 401);
    Problems.assertProblem(
        anybody.post(
            "/cloudflare/v1/turn/keys/x/credentials/generate-ice-servers?key=" + key, Map.of()),
        401);
  }

  /** Servers like to tell their log of what they cannot decode. */
  @Test
  void one_that_cannot_be_decoded_opens_nothing() {
    String key = key(switched);

    Answer answer =
        new ExactRequest(world, key)
            .send(
                """
                GET /api/turn?service=turn&username=a%ZZ&key={key}%ZZ HTTP/1.1
                Host: {host}

                """);

    assertThat(answer.status()).isIn(400, 401);
  }

  private static Answer ask(String key) {
    return anybody.get("/turn?service=turn&username=anna&key=" + key);
  }

  private static String key(TestTenant tenant) {
    return tenant.issueKey("credentials").get("key").asText();
  }

  private static void change(TestTenant tenant, boolean allowed) {
    JsonNode changed =
        world
            .api()
            .patch("/tenants/" + tenant.id(), Map.of("turnRestKeyInUrl", allowed))
            .expect(200);
    assertThat(changed.get("turnRestKeyInUrl").asBoolean()).isEqualTo(allowed);
  }

  private static boolean shown(TestTenant tenant) {
    return world
        .api()
        .get("/tenants/" + tenant.id())
        .expect(200)
        .get("turnRestKeyInUrl")
        .asBoolean();
  }
}
