package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.ExactRequest;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** Public programs are served by their own requests, to the byte; each reads what it gets. */
class PublicClientsIT {
  private static World world;
  private static TestTenant tenant;
  private static TestTenant.TurnKey turnKey;
  private static String key;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Public clients");
    turnKey = tenant.createKey("production");
    key = tenant.issueKey("credentials").get("key").asText();
    world.api().patch("/tenants/" + tenant.id(), Map.of("turnRestKeyInUrl", true)).expect(200);
    await("minting to be warm")
        .until(() -> ask(PublicClient.FASTRTC, key, turnKey.uid()).status() == 201);
  }

  @ParameterizedTest
  @EnumSource
  void each_gets_what_it_takes(PublicClient client) {
    client.read(ask(client, key, turnKey.uid()));
  }

  /** All of them look at the status, or read JSON in which they miss {@code iceServers}. */
  @ParameterizedTest
  @EnumSource
  void each_is_told_what_is_wrong_in_json_and_by_the_status(PublicClient client) {
    JsonNode limited = tenant.issueKey(Map.of("callsPerMinute", 1, "burst", 1));
    ask(client, limited.get("key").asText(), turnKey.uid()).expect(201);

    Answer tooOften = ask(client, limited.get("key").asText(), turnKey.uid());
    Answer wrongToken = ask(client, "tpk_" + "A".repeat(43), turnKey.uid());
    Answer cloudflaresOwn = ask(client, "0123456789abcdef".repeat(4), turnKey.uid());
    Answer unknownKey = ask(client, key, "f".repeat(32));

    assertThat(Problems.assertProblem(tooOften, 429).has("iceServers")).isFalse();
    assertThat(Integer.parseInt(tooOften.header("Retry-After").orElse("0"))).isBetween(1, 60);
    Problems.assertProblem(wrongToken, 401);
    Problems.assertProblem(cloudflaresOwn, 401);
    Problems.assertProblem(unknownKey, 404);
  }

  /**
   * Janus 1.x (meetecho/janus-gateway, src/turnrest.c), which sends the key under two names and
   * everything twice where it asks by POST; recorded from libcurl 7.88.
   */
  @ParameterizedTest
  @ValueSource(strings = {"POST", "GET"})
  void janus_gets_what_it_takes_of_the_turn_rest_draft(String method) {
    assertJanusReads(new ExactRequest(world, key).send(janus(method, key)));

    Answer wrongKey = new ExactRequest(world, key).send(janus(method, "tpk_" + "A".repeat(43)));
    assertThat(Problems.assertProblem(wrongKey, 401).has("username")).isFalse();
  }

  /** flutter-webrtc/flutter-webrtc-demo, lib/src/utils/turn.dart, with a key behind its URL. */
  @ParameterizedTest
  @ValueSource(strings = {"&key={key}", ""})
  void flutter_s_example_gets_what_it_takes_where_it_sends_a_key(String behind) {
    Answer answer =
        new ExactRequest(world, key)
            .send(
                """
                GET /api/turn?service=turn&username=flutter-webrtc%s HTTP/1.1
                user-agent: Dart/3.5 (dart:io)
                accept-encoding: gzip
                content-length: 0
                host: {host}

                """
                    .formatted(behind));

    if (behind.isEmpty()) {
      Problems.assertProblem(answer, 401);
    } else {
      JsonNode reply = answer.expect(200);
      assertThat(reply.at("/uris/0").asText()).startsWith("turn:");
      assertThat(reply.get("username").asText()).isNotBlank();
      assertThat(reply.get("password").asText()).isNotBlank();
    }
  }

  private static Answer ask(PublicClient client, String key, String uid) {
    return new ExactRequest(world, key).send(client.request(uid));
  }

  private static String janus(String method, String key) {
    String query = "service=turn&api=%s&key=%s&username=8162934".formatted(key, key);
    String head =
        """
        %s /api/turn?%s HTTP/1.1
        Host: {host}
        User-Agent: Janus/1.0
        Accept: */*
        """
            .formatted(method, query);
    return method.equals("GET")
        ? head + "\n"
        : head
            + "Content-Length: "
            + query.length()
            + "\nContent-Type: application/x-www-form-urlencoded\n\n"
            + query;
  }

  private static void assertJanusReads(Answer answer) {
    JsonNode root = answer.json();
    assertThat(root.get("username").isTextual()).isTrue();
    assertThat(root.get("password").isTextual()).isTrue();
    assertThat(root.get("ttl").isIntegralNumber()).isTrue();
    assertThat(root.get("ttl").asLong()).isNotNegative();
    assertThat(root.get("uris")).isNotEmpty();
    assertThat(root.get("uris")).allMatch(uri -> uri.asText().matches("turns?:[^:?]+:\\d+.*"));
  }
}
