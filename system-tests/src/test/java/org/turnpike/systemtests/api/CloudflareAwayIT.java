package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** While Cloudflare does not mint, callers learn within a moment when to come again. */
class CloudflareAwayIT {
  /** The deadline of a minting call is 0.8 s; the rest is ours. */
  private static final Duration A_MOMENT = Duration.ofMillis(1_500);

  private static int tenants;

  private final World world = World.running();
  private TestTenant tenant;
  private TestTenant.TurnKey turnKey;
  private Api backend;

  /** Each time another: a TURN key that failed is not asked for a while. */
  @BeforeEach
  void tenant() {
    tenant = TestTenant.added(world, "Away " + ++tenants);
    turnKey = tenant.createKey("production");
    backend = tenant.api("credentials");
    mint().expect(201);
  }

  @AfterEach
  void heal() {
    world.cloudflare().heal();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("hang", Map.of()),
        arguments("trickle", Map.of()),
        arguments("truncated", Map.of()),
        arguments("5xx", Map.of("status", 500)),
        arguments("5xx", Map.of("status", 503, "retryAfter", "7")),
        arguments("429", Map.of("retryAfter", "7")),
        arguments("429", Map.of("retryAfter", "rubbish")),
        arguments("rubbish", Map.of("variant", "truncatedJson")),
        arguments("rubbish", Map.of("variant", "wrongTypes")),
        arguments("rubbish", Map.of("variant", "noCredential")),
        arguments("rubbish", Map.of("variant", "huge")),
        arguments("rubbish", Map.of("variant", "html")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("faults")
  void the_answer_is_a_503_that_says_when_to_come_again(String kind, Map<String, ?> how) {
    breaks(kind, how);

    long start = System.nanoTime();
    Answer answer = mint();
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    JsonNode problem = Problems.assertProblem(answer, 503);
    assertThat(answer.header("Retry-After").map(Integer::valueOf).orElse(0)).isBetween(1, 60);
    assertThat(problem.get("detail").asText()).isNotBlank();
    assertThat(took).isLessThan(A_MOMENT);
  }

  @Test
  void what_cloudflare_says_of_when_to_come_again_is_passed_on() {
    breaks("429", Map.of("retryAfter", "7"));

    assertThat(mint().header("Retry-After")).hasValue("7");
  }

  @Test
  void stun_alone_is_handed_out_where_the_tenant_chose_so_and_says_so() {
    chooseStunAlone();
    JsonNode reply = mint().expect(201);

    assertThat(reply.get("source").asText()).isEqualTo("fallback");
    assertThat(reply.has("grantId")).isFalse();
    assertThat(reply.get("iceServers")).hasSize(1);
    assertThat(reply.at("/iceServers/0/urls/0").asText()).startsWith("stun:");
    assertThat(reply.get("ttl").asInt()).isEqualTo(60);
  }

  @Test
  void stun_alone_is_no_answer_to_keep_for_a_call_that_is_repeated() {
    chooseStunAlone();
    String once = UUID.randomUUID().toString();

    assertThat(mint(once).expect(201).get("source").asText()).isEqualTo("fallback");
    world.cloudflare().heal();

    await("a relay for the same call")
        .atMost(Duration.ofSeconds(30))
        .until(() -> mint(once).json().path("source").asText().equals("minted"));
    assertThat(Problems.assertProblem(mint(once), 409).hasNonNull("id")).isTrue();
  }

  private void chooseStunAlone() {
    world
        .api()
        .patch("/tenants/" + tenant.id(), Map.of("whenUnavailable", "stun-only"))
        .expect(200);
    breaks("5xx", Map.of("status", 500));
    await("the choice to be felt")
        .atMost(Duration.ofSeconds(5))
        .until(() -> mint().status() == 201);
  }

  private void breaks(String kind, Map<String, ?> how) {
    Map<String, Object> fault = new HashMap<>(how);
    fault.put("target", "mint");
    fault.put("keyId", turnKey.uid());
    world.cloudflare().breaks(kind, fault);
  }

  private Answer mint(String once) {
    return backend.send(
        backend
            .request("/ice-servers")
            .header("Idempotency-Key", once)
            .POST(BodyPublishers.ofString("{\"ttl\":600}")));
  }

  private Answer mint() {
    return backend.post("/ice-servers", Map.of("ttl", 600));
  }
}
