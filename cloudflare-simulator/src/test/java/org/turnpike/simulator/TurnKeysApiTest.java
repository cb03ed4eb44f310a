package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TurnKeysApiTest extends SimulatorTest {

  @Test
  void creating_a_key_tells_its_secret_once() throws IOException {
    HttpResponse<String> created = admin.post(KEYS, "{\"name\": \"tenant-a\"}");

    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode envelope = Caller.json(created);
    assertThat(envelope.path("success").booleanValue()).isTrue();
    assertThat(envelope.path("errors")).isEmpty();
    JsonNode key = envelope.path("result");
    assertThat(key.path("uid").textValue()).matches("[0-9a-f]{32}");
    assertThat(key.path("key").textValue()).matches("[0-9a-f]{64}");
    assertThat(key.path("created").textValue()).isEqualTo("2026-11-22T14:00:00Z");

    JsonNode again = Caller.json(admin.get(KEYS + "/" + key.path("uid").textValue()));
    assertThat(again.path("result").path("name").textValue()).isEqualTo("tenant-a");
    assertThat(again.path("result").has("key")).isFalse();
    assertThat(admin.get(KEYS).body()).doesNotContain(key.path("key").textValue());
  }

  @Test
  void put_changes_the_name_and_the_time_of_change() throws IOException {
    String path = KEYS + "/" + create("before");
    moveTo("2026-11-22T15:00:00Z");

    JsonNode key = Caller.json(admin.put(path, "{\"name\": \"after\"}")).path("result");

    assertThat(key.path("name").textValue()).isEqualTo("after");
    assertThat(key.path("created").textValue()).isEqualTo("2026-11-22T14:00:00Z");
    assertThat(key.path("modified").textValue()).isEqualTo("2026-11-22T15:00:00Z");
  }

  @Test
  void a_deleted_key_is_gone_and_mints_no_more() throws IOException {
    plantKey(PLANTED, 1);

    assertThat(admin.delete(KEYS + "/" + PLANTED).statusCode()).isEqualTo(200);

    assertThat(admin.get(KEYS + "/" + PLANTED).statusCode()).isEqualTo(404);
    assertThat(admin.delete(KEYS + "/" + PLANTED).statusCode()).isEqualTo(404);
    assertThat(Caller.json(admin.get(KEYS)).path("result")).isEmpty();
    HttpResponse<String> minted = anybody.bearer(SECRET).post(mintPath(PLANTED), "{}");
    assertThat(minted.statusCode()).isEqualTo(404);
  }

  @Test
  void a_name_is_required() throws IOException {
    for (String body : new String[] {"", "{}", "{\"name\": \"\"}", "{\"name\": 7}", "nonsense"}) {
      HttpResponse<String> refused = admin.post(KEYS, body);
      assertThat(refused.statusCode()).as(body).isEqualTo(400);
      assertFailure(refused);
    }
  }

  @Test
  void an_account_has_a_thousand_keys_at_most() throws IOException {
    for (int i = 0; i < 1000; i++) {
      plantKey("%032d".formatted(i), 0);
    }

    HttpResponse<String> refused = admin.post(KEYS, "{\"name\": \"one-too-many\"}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertFailure(refused);
    assertThat(Caller.json(admin.get(KEYS)).path("result")).hasSize(1000);
  }

  @Test
  void tokens_are_refused_as_at_cloudflare() throws IOException {
    assertThat(anybody.get(KEYS).statusCode()).isEqualTo(400);
    assertThat(anybody.authorization("Token x").get(KEYS).statusCode()).isEqualTo(400);
    HttpResponse<String> unknown = anybody.bearer("nobody").get(KEYS);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(Caller.json(unknown).at("/errors/0/code").intValue()).isEqualTo(10000);
    assertThat(Caller.json(unknown).at("/errors/0/message").textValue())
        .isEqualTo("Authentication error");
    HttpResponse<String> elsewhere = admin.get(KEYS.replace(ACCOUNT, "another"));
    assertThat(elsewhere.statusCode()).isEqualTo(403);
    assertFailure(elsewhere);
  }

  @Test
  void permissions_count() throws IOException {
    assertThat(anybody.bearer("reader").get(KEYS).statusCode()).isEqualTo(200);
    assertThat(anybody.bearer("reader").post(KEYS, "{\"name\": \"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(anybody.bearer("analyst").get(KEYS).statusCode()).isEqualTo(403);
  }

  private String create(String name) throws IOException {
    HttpResponse<String> created = admin.post(KEYS, "{\"name\": \"%s\"}".formatted(name));
    return Caller.json(created).at("/result/uid").textValue();
  }

  private static void assertFailure(HttpResponse<String> response) {
    JsonNode envelope = Caller.json(response);
    assertThat(envelope.path("success").booleanValue()).isFalse();
    assertThat(envelope.path("result").isNull()).isTrue();
    assertThat(envelope.at("/errors/0/code").isInt()).isTrue();
    assertThat(envelope.at("/errors/0/message").textValue()).isNotBlank();
  }
}
