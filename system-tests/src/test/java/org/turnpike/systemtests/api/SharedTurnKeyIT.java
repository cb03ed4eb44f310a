package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** A TURN key that was there before Turnpike, and that more than one tenant's apps mint with. */
class SharedTurnKeyIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final Instant yesterday =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS);

  private final World world = World.running();
  private final Api api = world.api();

  @Test
  void every_byte_of_it_is_a_tenant_s_or_in_the_inbox() {
    TestTenant sales = TestTenant.added(world, "Shared sales");
    Cloudflare.PlantedKey planted =
        world.cloudflare().plantKey(sales.account(), "made long ago", 300);
    String shared = share(sales, planted);
    await("a share for each identifier, and its usage")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> inbox(shared).size() == 12);

    String rule = assign(shared, "sales-*", sales);
    assertThat(inbox(shared)).hasSize(10);
    JsonNode untagged = find(shared, "");
    api.post(
            "/unattributed-usage/%s/write-offs".formatted(untagged.get("id").asText()),
            Map.of("reason", "Tests of our own"))
        .expect(201);
    assertThat(inbox(shared)).hasSize(9).noneMatch(each -> identifier(each).isEmpty());
    assertThat(api.items("/unattributed-usage/write-offs"))
        .anyMatch(each -> each.get("usageId").equals(untagged.get("id")));

    assign(shared, "*", sales);
    assertThat(inbox(shared)).as("all of it is somebody's").isEmpty();
    Instant end = yesterday.plus(1, ChronoUnit.DAYS);
    await("what Cloudflare shows of the key, to the byte")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () ->
                assertThat(egress(sales, end))
                    .isEqualTo(world.cloudflare().egressShown(planted.uid(), yesterday, end)));
    assertThat(lines(sales, end)).anyMatch(line -> line.get("ruleId").asText().equals(rule));

    api.delete("/shared-turn-keys/%s/attribution-rules/%s".formatted(shared, rule))
        .expectNothing(204);
    assertThat(inbox(shared)).as("the other rule has it").isEmpty();
  }

  private String share(TestTenant tenant, Cloudflare.PlantedKey planted) {
    String account = api.get("/tenants/" + tenant.id()).expect(200).get("accountId").asText();
    return api.post(
            "/shared-turn-keys",
            Map.of("accountId", account, "name", "Meetings", "uid", planted.uid()))
        .expect(201)
        .get("id")
        .asText();
  }

  private String assign(String shared, String pattern, TestTenant tenant) {
    return api.post(
            "/shared-turn-keys/%s/attribution-rules".formatted(shared),
            Map.of("pattern", pattern, "tenantId", tenant.id()))
        .expect(201)
        .get("id")
        .asText();
  }

  private List<JsonNode> inbox(String shared) {
    return StreamSupport.stream(
            api.get("/unattributed-usage?limit=200").expect(200).get("items").spliterator(), false)
        .filter(each -> each.get("sharedKeyId").asText().equals(shared))
        .toList();
  }

  private JsonNode find(String shared, String identifier) {
    return inbox(shared).stream()
        .filter(each -> identifier(each).equals(identifier))
        .findFirst()
        .orElseThrow();
  }

  private static String identifier(JsonNode item) {
    return item.get("customIdentifier").asText();
  }

  private long egress(TestTenant tenant, Instant end) {
    return api.get(
            "/tenants/%s/usage?from=%s&to=%s&granularity=hour&groupBy=turnKey"
                .formatted(tenant.id(), yesterday, end))
        .expect(200)
        .at("/totals/egressBytes")
        .asLong();
  }

  private List<JsonNode> lines(TestTenant tenant, Instant end) {
    return api.items(Ledger.path(tenant, yesterday, end));
  }
}
