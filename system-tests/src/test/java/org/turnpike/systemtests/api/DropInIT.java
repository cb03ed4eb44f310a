package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** Apps written for Cloudflare or for the TURN REST draft change their base URL and their token. */
class DropInIT {
  private static World world;
  private static TestTenant tenant;
  private static TestTenant.TurnKey turnKey;
  private static TestTenant.TurnKey theirs;
  private static Api app;

  @BeforeAll
  static void tenants() {
    world = World.running();
    tenant = TestTenant.added(world, "Drop in");
    turnKey = tenant.createKey("production");
    theirs = TestTenant.added(world, "Not dropping in").createKey("production");
    app = new Api(world.uri("/api"), world.secrets(), key("credentials"));
    await("minting to be warm")
        .until(() -> app.post(mint(turnKey), Map.of("ttl", 86_400)).status() == 201);
  }

  /** The request of Cloudflare's documentation, which apps send as it is. */
  @Test
  void the_documented_request_gets_what_rtcpeerconnection_takes() {
    JsonNode reply = app.post(mint(turnKey), Map.of("ttl", 86_400)).expect(201);

    assertThat(names(reply)).containsExactly("iceServers");
    assertThat(reply.at("/iceServers/0/urls/0").asText()).startsWith("stun:");
    assertThat(reply.at("/iceServers/0").has("username")).isFalse();
    assertThat(reply.at("/iceServers/1/urls/0").asText()).startsWith("turn:");
    assertThat(reply.at("/iceServers/1/username").asText()).isNotBlank();
    assertThat(reply.at("/iceServers/1/credential").asText()).isNotBlank();
  }

  @Test
  void the_older_call_gets_one_server_in_place_of_a_list() {
    JsonNode reply =
        app.post(turnKey("generate"), Map.of("ttl", 3_600, "customIdentifier", "anna@acme.example"))
            .expect(201);

    assertThat(reply.get("iceServers").isObject()).isTrue();
    assertThat(names(reply.get("iceServers"))).containsExactly("urls", "username", "credential");
    assertThat(reply.at("/iceServers/urls/0").asText()).startsWith("stun:");
    assertThat(reply.at("/iceServers/urls/1").asText()).startsWith("turn:");
  }

  @Test
  void a_life_too_long_is_shortened_and_none_is_the_usual() {
    assertThat(lifeGranted(Map.of("ttl", 864_000, "customIdentifier", "sample")))
        .isBetween(Duration.ofDays(2).minusSeconds(5), Duration.ofDays(2));
    assertThat(lifeGranted(Map.of("customIdentifier", "no ttl")))
        .isBetween(Duration.ofDays(1).minusSeconds(5), Duration.ofDays(1));
  }

  @Test
  void it_revokes_by_username_and_answers_nothing() {
    JsonNode minted = app.post(mint(turnKey), Map.of("ttl", 3_600)).expect(201);
    String username = minted.at("/iceServers/1/username").asText();

    revoke(username).expectNothing(204);

    assertThat(world.cloudflare().minted(turnKey.uid()))
        .filteredOn(each -> each.get("username").asText().equals(username))
        .singleElement()
        .satisfies(each -> assertThat(each.hasNonNull("revokedAt")).isTrue());
    Problems.assertProblem(revoke("nobody's"), 404);
  }

  @Test
  void what_is_wrong_is_told_by_the_status() {
    Problems.assertProblem(app.post(mint(theirs), Map.of("ttl", 600)), 404);
    Problems.assertProblem(app.post("/cloudflare/v1/turn/keys/x/else", Map.of()), 404);
    Problems.assertProblem(app.get(mint(turnKey)), 405);
    Problems.assertProblem(app.anonymous().post(mint(turnKey), Map.of("ttl", 600)), 401);
    Problems.assertProblem(app.with(key("usage")).post(mint(turnKey), Map.of("ttl", 600)), 403);
    Problems.assertProblem(app.post(mint(turnKey), Map.of("ttl", "a day")), 422);
  }

  @Test
  void the_turn_rest_draft_gets_its_four_fields() {
    JsonNode reply = app.get("/turn?service=turn&username=anna").expect(200);

    assertThat(names(reply)).containsExactly("username", "password", "ttl", "uris");
    assertThat(reply.get("ttl").asInt()).isBetween(86_300, 86_400);
    assertThat(reply.get("uris")).allMatch(uri -> uri.asText().startsWith("turn"));
    assertThat(app.get("/turn?service=turn&username=anna").expect(200).get("username"))
        .as("anna's own again")
        .isEqualTo(reply.get("username"));
    Problems.assertProblem(app.get("/turn?service=stun"), 422);
    Problems.assertProblem(app.anonymous().get("/turn?service=turn"), 401);
  }

  private static String key(String scope) {
    return tenant.issueKey(scope).get("key").asText();
  }

  private static String mint(TestTenant.TurnKey key) {
    return "/cloudflare/v1/turn/keys/" + key.uid() + "/credentials/generate-ice-servers";
  }

  private static String turnKey(String call) {
    return "/cloudflare/v1/turn/keys/" + turnKey.uid() + "/credentials/" + call;
  }

  /** As Cloudflare's documentation has it: without a body. */
  private static Answer revoke(String username) {
    String encoded = URLEncoder.encode(username, StandardCharsets.UTF_8);
    return app.send(app.request(turnKey(encoded + "/revoke")).POST(BodyPublishers.noBody()));
  }

  private static Duration lifeGranted(Map<String, ?> body) {
    app.post(mint(turnKey), body).expect(201);
    String identifier = body.get("customIdentifier").toString().replace(' ', '+');
    JsonNode grant =
        world.api().get("/credentials?customIdentifier=" + identifier).expect(200).at("/items/0");
    return Duration.between(
        Instant.parse(grant.get("issuedAt").asText()),
        Instant.parse(grant.get("expiresAt").asText()));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
