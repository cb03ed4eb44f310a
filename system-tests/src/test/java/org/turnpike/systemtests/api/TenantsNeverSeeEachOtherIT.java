package org.turnpike.systemtests.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/**
 * Every route the product has, called for another tenant's things with a key that may do everything
 * a tenant's key may. A route that is not in the table fails.
 */
class TenantsNeverSeeEachOtherIT {
  private enum Expected {
    /** It does not exist for this caller. */
    HIDDEN,
    /** It is for operators. */
    FORBIDDEN,
    /** It is answered, by what is the caller's own. */
    OWN,
    /** It needs no key and concerns no tenant. */
    OPEN
  }

  private record Case(Expected expected, String body) {}

  private static final Map<String, Case> CASES =
      Map.ofEntries(
          entry("GET /accounts", forbidden("")),
          entry("POST /accounts", forbidden("{\"name\":\"x\"}")),
          entry("GET /accounts/{account}", forbidden("")),
          entry("PATCH /accounts/{account}", forbidden("{\"name\":\"x\"}")),
          entry("POST /accounts/{account}/check", forbidden("")),
          entry("GET /tenants", own("")),
          entry("POST /tenants", forbidden("{\"name\":\"x\",\"slug\":\"x\"}")),
          entry("GET /tenants/{tenant}", hidden("")),
          entry("PATCH /tenants/{tenant}", hidden("{\"status\":\"suspended\"}")),
          entry("GET /tenants/{tenant}/turn-keys", hidden("")),
          entry("POST /tenants/{tenant}/turn-keys", hidden("{\"name\":\"x\"}")),
          entry("GET /tenants/{tenant}/turn-keys/{key}", hidden("")),
          entry("DELETE /tenants/{tenant}/turn-keys/{key}", hidden("")),
          entry("GET /tenants/{tenant}/api-keys", hidden("")),
          entry(
              "POST /tenants/{tenant}/api-keys", hidden("{\"name\":\"x\",\"scopes\":[\"usage\"]}")),
          entry("PATCH /tenants/{tenant}/api-keys/{key}", hidden("{\"callsPerMinute\":1}")),
          entry("DELETE /tenants/{tenant}/api-keys/{key}", hidden("")),
          entry("POST /ice-servers", own("{}")),
          entry("GET /credentials", own("")),
          entry("DELETE /credentials/{grant}", hidden("")),
          entry("GET /minting", own("")),
          entry("GET /tenants/{tenant}/minting", hidden("")),
          entry("GET /tenants/{tenant}/usage", hidden("")),
          entry("GET /tenants/{tenant}/ledger", hidden("")),
          entry("GET /tenants/{tenant}/ledger/replies/{reply}", hidden("")),
          entry("GET /tenants/{tenant}/possible-leaks", hidden("")),
          entry("GET /tenants/{tenant}/relay-quality", hidden("")),
          entry("POST /tenants/{tenant}/possible-leaks/{leak}/dismiss", hidden("{\"why\":\"x\"}")),
          entry("GET /tenants/{tenant}/relay-tests", hidden("")),
          entry("POST /tenants/{tenant}/relay-test-links", hidden("{\"label\":\"x\"}")),
          entry("POST /relay-test/credentials", new Case(Expected.OPEN, "{}")),
          entry("POST /relay-test/results", new Case(Expected.OPEN, "")),
          entry("GET /tenants/{tenant}/statements", hidden("")),
          entry("GET /tenants/{tenant}/statements/{period}", hidden("")),
          entry("GET /statements/{period}", own("")),
          entry("GET /shared-turn-keys", forbidden("")),
          entry("POST /shared-turn-keys", forbidden("{\"name\":\"x\",\"uid\":\"x\"}")),
          entry("DELETE /shared-turn-keys/{key}", forbidden("")),
          entry("GET /shared-turn-keys/{key}/attribution-rules", forbidden("")),
          entry("POST /shared-turn-keys/{key}/attribution-rules", forbidden("{\"pattern\":\"*\"}")),
          entry("DELETE /shared-turn-keys/{key}/attribution-rules/{rule}", forbidden("")),
          entry("GET /unattributed-usage", forbidden("")),
          entry("GET /unattributed-usage/write-offs", forbidden("")),
          entry("POST /unattributed-usage/{usage}/write-offs", forbidden("{\"reason\":\"x\"}")),
          entry("GET /address-watch", own("")),
          entry("POST /address-watch/acknowledge", forbidden("{\"addresses\":[\"192.0.2.1\"]}")),
          entry("GET /notification-destinations", forbidden("")),
          entry(
              "POST /notification-destinations",
              forbidden("{\"kind\":\"webhook\",\"name\":\"x\",\"url\":\"https://x.example\"}")),
          entry("DELETE /notification-destinations/{destination}", forbidden("")),
          entry("POST /notification-destinations/{destination}/test", forbidden("")),
          entry("GET /notifications", forbidden("")),
          entry("POST /notifications/{notification}/replay", forbidden("")),
          entry("GET /users", forbidden("")),
          entry("POST /users", forbidden("{\"email\":\"x@x.example\",\"roles\":[]}")),
          entry("PATCH /users/{user}", forbidden("{\"roles\":[]}")),
          entry("POST /users/{user}/invitation", forbidden("")),
          entry("POST /users/{user}/disable", forbidden("")),
          entry("POST /users/{user}/enable", forbidden("")),
          entry("GET /audit", own("")),
          entry("POST /invitations/accept", new Case(Expected.OPEN, "")));

  private static World world;
  private static Neighbours.Household ours;
  private static Neighbours.Household other;

  @BeforeAll
  static void neighbours() {
    world = World.running();
    ours = Neighbours.of(world).ours();
    other = Neighbours.of(world).other();
  }

  @AfterAll
  static void the_other_tenant_is_unharmed() {
    other.backend().post("/ice-servers", Map.of()).expect(201);
    assertThat(world.api().get(turnKeyOf(other)).expect(200).get("state").asText())
        .isEqualTo("active");
  }

  @TestFactory
  Stream<DynamicTest> every_route_hides_the_other_tenant() {
    return OpenApi.of(world).operations().stream()
        .map(route -> DynamicTest.dynamicTest(route.toString(), () -> hides(route)));
  }

  @TestFactory
  Stream<DynamicTest> every_route_wants_its_scope() {
    return OpenApi.of(world).operations().stream()
        .filter(route -> !route.scope().isEmpty())
        .map(route -> DynamicTest.dynamicTest(route.toString(), () -> wantsItsScope(route)));
  }

  @Test
  void no_case_is_about_a_route_that_is_gone() {
    assertThat(OpenApi.of(world).operations())
        .extracting(OpenApi.Operation::toString)
        .containsAll(CASES.keySet());
  }

  @Test
  void another_tenants_keys_are_not_found_below_ones_own_address() {
    String own = "/tenants/" + ours.tenant().id();

    Problems.assertProblem(ours.backend().get(own + "/turn-keys/" + other.turnKey().id()), 404);
    Problems.assertProblem(ours.backend().delete(own + "/turn-keys/" + other.turnKey().id()), 404);
    Problems.assertProblem(
        ours.backend().patch(own + "/api-keys/" + other.apiKeyId(), Map.of("maxTtl", 1)), 404);
    Problems.assertProblem(ours.backend().delete(own + "/api-keys/" + other.apiKeyId()), 404);
  }

  private static void hides(OpenApi.Operation route) {
    Case known = CASES.get(route.toString());
    assertThat(known).as("%s is new: say here what another tenant sees of it", route).isNotNull();
    if (known.expected() == Expected.OPEN) {
      return;
    }
    Answer answer = call(ours.backend(), route, other, known.body());
    switch (known.expected()) {
      case HIDDEN -> Problems.assertProblem(answer, 404);
      case FORBIDDEN -> Problems.assertProblem(answer, 403);
      default -> assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }
    assertThat(answer.text()).doesNotContain(other.traces());
  }

  /** Below one's own address, so that nothing but the scope is missing. */
  private static void wantsItsScope(OpenApi.Operation route) {
    Api narrow = ours.tenant().api(route.scope().equals("credentials") ? "usage" : "credentials");

    Problems.assertProblem(call(narrow, route, ours, CASES.get(route.toString()).body()), 403);
  }

  private static Answer call(
      Api caller, OpenApi.Operation route, Neighbours.Household of, String body) {
    return caller.send(
        caller
            .request(route.path(ids(route, of)))
            .method(
                route.method(),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static Map<String, String> ids(OpenApi.Operation route, Neighbours.Household of) {
    JsonNode tenant = world.api().get("/tenants/" + of.tenant().id()).expect(200);
    boolean turnKeys = route.template().contains("turn-keys");
    return Map.of(
        "tenant", of.tenant().id(),
        "account", tenant.get("accountId").asText(),
        "key", turnKeys ? of.turnKey().id() : of.apiKeyId(),
        "grant", of.grantId(),
        "reply", replyOf(of),
        "period", "current");
  }

  /** An answer of Cloudflare's that the household's usage comes from. */
  private static String replyOf(Neighbours.Household household) {
    return world
        .api()
        .get("/tenants/" + household.tenant().id() + "/ledger?limit=1")
        .expect(200)
        .at("/items/0/replyId")
        .asText();
  }

  private static String turnKeyOf(Neighbours.Household household) {
    return "/tenants/" + household.tenant().id() + "/turn-keys/" + household.turnKey().id();
  }

  private static Case hidden(String body) {
    return new Case(Expected.HIDDEN, body);
  }

  private static Case forbidden(String body) {
    return new Case(Expected.FORBIDDEN, body);
  }

  private static Case own(String body) {
    return new Case(Expected.OWN, body);
  }
}
