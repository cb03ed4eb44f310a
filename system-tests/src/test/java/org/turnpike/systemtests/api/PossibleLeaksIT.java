package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.LeakyTenant;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;

/** From traffic at Cloudflare under some username to a possible leak that a person dismisses. */
class PossibleLeaksIT {
  private static LeakyTenant leaky;
  private static TestTenant other;

  @BeforeAll
  static void leak() throws IOException, SQLException {
    leaky = LeakyTenant.of(Standalone.running(), "Leaky");
    other = TestTenant.added(Standalone.running().world(), "Beside Leaky");
    leaky.awaitLeaks(4);
  }

  @Test
  void all_four_reasons_are_found_with_their_evidence_and_honest_usage_is_not() {
    Map<String, JsonNode> leaks = byReason(leaky.backend());

    assertThat(leaks).containsOnlyKeys("never-issued", "revoked", "expired", "too-much");
    assertThat(text(leaks.get("never-issued"), "username")).isEqualTo(LeakyTenant.NOBODY_S);
    assertThat(text(leaks.get("revoked"), "username")).isEqualTo(leaky.username("revoked"));
    assertThat(text(leaks.get("expired"), "username")).isEqualTo(leaky.username("expired"));
    assertThat(text(leaks.get("too-much"), "username")).isEqualTo(leaky.username("passed-around"));
    assertThat(leaks.get("never-issued").get("grantId").isNull()).isTrue();
    assertThat(leaks.get("never-issued").get("hours").asInt()).isEqualTo(2);
    assertThat(leaks.get("never-issued").get("egressBytes").asLong()).isEqualTo(8_000_000);
    assertThat(leaks.get("revoked").get("egressBytes").asLong()).isEqualTo(3_000_000);
    assertThat(leaks.get("expired").get("egressBytes").asLong()).isEqualTo(2_000_000);
    assertThat(leaks.get("too-much").get("egressBytes").asLong()).isEqualTo(LeakyTenant.TOO_MUCH);
    assertThat(leaks.get("too-much").get("ingressBytes").asLong())
        .isEqualTo(LeakyTenant.TOO_MUCH / 3);
    for (JsonNode leak : leaks.values()) {
      assertThat(text(leak, "turnKeyId")).isEqualTo(leaky.key().id());
      assertThat(text(leak, "lastHour")).isEqualTo(leaky.hour().toString());
      assertThat(text(leak, "question"))
          .contains("TurnUsageByUsername", leaky.key().uid())
          .doesNotContain(leaky.tenant().account().analyticsToken());
      assertThat(text(leak, "replySha256")).matches("[0-9a-f]{64}");
      assertThat(Instant.parse(text(leak, "askedAt"))).isBeforeOrEqualTo(Instant.now());
    }
    List<String> grants =
        leaky.backend().items("/credentials").stream()
            .map(grant -> text(grant, "grantId"))
            .toList();
    assertThat(grants)
        .contains(text(leaks.get("revoked"), "grantId"), text(leaks.get("expired"), "grantId"));
  }

  @Test
  void they_are_narrowed_and_counted_once_however_long_it_is_looked() {
    String through =
        leaky.backend().get(leaky.address()).expect(200).get("examinedThrough").asText();

    assertThat(Instant.parse(through)).isAfter(leaky.hour());
    assertThat(leaky.backend().items(leaky.address() + "?reason=expired")).hasSize(1);
    assertThat(leaky.backend().items(leaky.address() + "?state=dismissed&reason=expired"))
        .isEmpty();
    assertThat(leaky.backend().get(leaky.address() + "?limit=3").expect(200).get("items"))
        .hasSize(3);
    Problems.assertInvalid(leaky.backend().get(leaky.address() + "?reason=bad"), "reason");
  }

  @Test
  void whoever_sees_no_grants_sees_no_holder_and_half_a_username_s_beginning() {
    for (JsonNode leak : byReason(leaky.tenant().api("usage")).values()) {
      assertThat(text(leak, "username")).hasSize(9).endsWith("…");
      assertThat(leak.get("grantId").isNull()).isTrue();
    }
    Problems.assertProblem(leaky.tenant().api("credentials").get(leaky.address()), 403);
  }

  @Test
  void another_tenant_sees_and_dismisses_none_of_them() {
    Api stranger = other.api("usage", "keys", "credentials");
    String leak = text(byReason(leaky.backend()).get("expired"), "id");
    Map<String, String> why = Map.of("why", "forged");

    Problems.assertProblem(stranger.get(leaky.address()), 404);
    Problems.assertProblem(stranger.post(leaky.address() + "/" + leak + "/dismiss", why), 404);
    String own = "/tenants/" + other.id() + "/possible-leaks";
    Problems.assertProblem(stranger.post(own + "/" + leak + "/dismiss", why), 404);
    assertThat(stranger.items(own)).isEmpty();
    assertThat(text(byReason(leaky.backend()).get("expired"), "state")).isEqualTo("open");
  }

  @Test
  void a_person_dismisses_one_with_a_reason_which_is_told_in_the_audit_trail() {
    String leak = text(byReason(leaky.backend()).get("revoked"), "id");
    String address = leaky.address() + "/" + leak + "/dismiss";
    Problems.assertInvalid(leaky.backend().post(address, Map.of("why", " ")), "why");
    Problems.assertProblem(
        leaky.tenant().api("usage").post(address, Map.of("why", "may not")), 403);

    JsonNode dismissed = leaky.backend().post(address, Map.of("why", "A test of ours")).expect(200);

    assertThat(text(dismissed, "state")).isEqualTo("dismissed");
    assertThat(text(dismissed, "dismissedWhy")).isEqualTo("A test of ours");
    assertThat(text(dismissed, "dismissedBy")).isEqualTo("Test");
    Problems.assertProblem(leaky.backend().post(address, Map.of("why", "again")), 409);
    assertThat(leaky.backend().items(leaky.address() + "?state=open"))
        .noneMatch(each -> text(each, "id").equals(leak));
    assertThat(leaky.backend().items("/audit?q=" + leak))
        .extracting(entry -> text(entry, "action"))
        .containsExactly("possible-leak.dismissed");
  }

  private static Map<String, JsonNode> byReason(Api api) {
    return api.items(leaky.address()).stream()
        .collect(Collectors.toMap(leak -> text(leak, "reason"), Function.identity()));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }
}
