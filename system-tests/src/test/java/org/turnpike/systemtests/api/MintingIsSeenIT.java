package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** What becomes of mintings and who was served by what is seen at the API, within a round. */
class MintingIsSeenIT {
  /** Nodes tell each 15 seconds. */
  private static final Duration A_FEW_ROUNDS = Duration.ofSeconds(60);

  private static int tenants;

  private final World world = World.running();
  private final TestTenant tenant = TestTenant.added(world, "Seen " + ++tenants);
  private final TestTenant.TurnKey turnKey = tenant.createKey("production");
  private final Api backend = tenant.api("credentials");

  @AfterEach
  void heal() {
    world.cloudflare().heal();
  }

  @Test
  void answers_and_mintings_are_counted_once_each() {
    ask("alice").expect(201);
    ask("alice").expect(201);
    ask("alice").expect(201);
    ask("bob").expect(201);

    await("all to be told, the reserve's mintings too")
        .atMost(A_FEW_ROUNDS)
        .until(
            () ->
                seen().at("/lastHour/reused").asInt() == 2
                    && seen().at("/turnKeys/0/lastHour/mintedAhead").asInt() == 2);
    JsonNode seen = seen();

    assertThat(seen.at("/lastHour/minted").asInt()).isEqualTo(2);
    assertThat(seen.at("/lastHour/refused").asInt()).isZero();
    assertThat(seen.at("/lastDay/reused").asInt()).isEqualTo(2);
    assertThat(seen.at("/lastHour/upstreamCalls").asInt()).isEqualTo(4);
    assertThat(seen.at("/lastHour/callsPerAnswer").asText()).isEqualTo("1");
    assertThat(Instant.parse(seen.get("asOf").asText()))
        .isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    JsonNode key = seen.at("/turnKeys/0");
    assertThat(key.get("breaker").asText()).isEqualTo("closed");
    assertThat(key.at("/reserve/ready").asInt()).isEqualTo(2);
    assertThat(key.at("/reserve/wanted").asInt()).isEqualTo(2);
    assertThat(key.at("/lastHour/minted").asInt()).isEqualTo(4);
    assertThat(key.at("/lastHour/handedOut").asInt()).isEqualTo(2);
    assertThat(key.at("/lastHour/usedRatio").asText()).isEqualTo("0.5");
  }

  @Test
  void a_breaker_that_opens_is_seen_with_why_and_since_when() {
    world
        .cloudflare()
        .breaks("429", Map.of("target", "mint", "keyId", turnKey.uid(), "retryAfter", "45"));
    assertThat(ask("carol").status()).isEqualTo(503);
    assertThat(ask("dave").status()).isEqualTo(503);

    await("the breaker to be told")
        .atMost(A_FEW_ROUNDS)
        .until(() -> seen().at("/turnKeys/0/breaker").asText().equals("open"));
    JsonNode key = seen().at("/turnKeys/0");

    assertThat(key.get("problem").asText()).isNotBlank();
    Instant since = Instant.parse(key.get("since").asText());
    assertThat(Instant.parse(key.get("notBefore").asText()))
        .isBetween(since.plusSeconds(40), since.plusSeconds(50));
    assertThat(key.at("/lastHour/failed").asInt()).isEqualTo(1);
    assertThat(key.at("/lastHour/turnedAway").asInt()).isEqualTo(1);
    assertThat(seen().at("/lastHour/refused").asInt()).isEqualTo(2);
    assertThat(seen().at("/lastHour/callsPerAnswer").isNull()).isTrue();
  }

  @Test
  void a_tenant_s_key_lists_its_own_alone() {
    JsonNode items = tenant.api("usage").get("/minting").expect(200).get("items");

    assertThat(items).hasSize(1);
    assertThat(items.at("/0/tenantId").asText()).isEqualTo(tenant.id());
  }

  private Answer ask(String identifier) {
    return backend.post("/ice-servers", Map.of("customIdentifier", identifier, "ttl", 86_400));
  }

  private JsonNode seen() {
    return world.api().get("/tenants/" + tenant.id() + "/minting").expect(200);
  }
}
