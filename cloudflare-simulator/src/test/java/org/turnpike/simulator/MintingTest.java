package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MintingTest extends SimulatorTest {

  private static final String CREDENTIALS = "/v1/turn/keys/" + PLANTED + "/credentials";

  private Caller holder;

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 0);
    holder = anybody.bearer(SECRET);
  }

  @Test
  void generate_ice_servers_answers_an_array() throws IOException {
    HttpResponse<String> reply = holder.post(mintPath(PLANTED), "{\"ttl\": 3600}");

    assertThat(reply.statusCode()).isEqualTo(201);
    JsonNode servers = Caller.json(reply).path("iceServers");
    assertThat(servers.isArray()).isTrue();
    assertThat(servers.get(0).has("username")).isFalse();
    assertThat(servers.get(1).path("username").textValue()).matches("[0-9a-f]{96}");
    assertThat(servers.get(1).path("credential").textValue()).matches("[0-9a-f]{96}");
    assertThat(servers.get(1).path("urls")).hasSize(7);
    assertThat(reply.body()).contains(":53?transport=udp").contains("stun.cloudflare.com:53\"");
  }

  @Test
  void generate_answers_an_object() throws IOException {
    HttpResponse<String> reply = holder.post(CREDENTIALS + "/generate", "{\"ttl\": 60}");

    assertThat(reply.statusCode()).isEqualTo(201);
    JsonNode server = Caller.json(reply).path("iceServers");
    assertThat(server.isObject()).isTrue();
    assertThat(server.path("urls")).hasSize(9);
    assertThat(server.path("username").textValue()).hasSize(96);
  }

  @Test
  void a_ttl_over_two_days_or_under_a_second_is_refused() throws IOException {
    for (String ttl : new String[] {"172801", "0", "-1", "\"x\"", "1e99", "1.5", "null"}) {
      HttpResponse<String> reply = holder.post(mintPath(PLANTED), "{\"ttl\": %s}".formatted(ttl));
      assertThat(reply.statusCode()).as(ttl).isEqualTo(400);
    }
    assertThat(holder.post(mintPath(PLANTED), "{\"ttl\": 172800}").statusCode()).isEqualTo(201);
    assertThat(holder.post(mintPath(PLANTED), "{").statusCode()).isEqualTo(400);
  }

  @Test
  void only_the_keys_own_secret_mints() throws IOException {
    assertThat(admin.post(mintPath(PLANTED), "{}").statusCode()).isEqualTo(401);
    assertThat(anybody.post(mintPath(PLANTED), "{}").statusCode()).isEqualTo(401);
    assertThat(holder.post(mintPath("0".repeat(32)), "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void an_organization_mints_by_basic_authentication() throws IOException {
    assertThat(basic("org-1:org-key").post(mintPath(PLANTED), "{}").statusCode()).isEqualTo(201);
    assertThat(basic("org-1:wrong").post(mintPath(PLANTED), "{}").statusCode()).isEqualTo(401);
    Caller undecodable = anybody.authorization("Basic %%%");
    assertThat(undecodable.post(mintPath(PLANTED), "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void what_was_minted_is_remembered_without_its_password() throws IOException {
    JsonNode minted =
        Caller.json(
            holder.post(mintPath(PLANTED), "{\"ttl\": 600, \"customIdentifier\": \"bob\"}"));
    String username = minted.at("/iceServers/1/username").textValue();

    HttpResponse<String> remembered = anybody.get("/control/credentials?keyId=" + PLANTED);

    JsonNode credential = Caller.json(remembered).at("/credentials/0");
    assertThat(credential.path("username").textValue()).isEqualTo(username);
    assertThat(credential.path("customIdentifier").textValue()).isEqualTo("bob");
    assertThat(credential.path("issuedAt").textValue()).isEqualTo("2026-11-22T14:00:00Z");
    assertThat(credential.path("ttl").intValue()).isEqualTo(600);
    assertThat(credential.path("revokedAt").isNull()).isTrue();
    assertThat(remembered.body()).doesNotContain(minted.at("/iceServers/1/credential").textValue());
  }

  @Test
  void a_credential_is_revoked_by_its_username() throws IOException {
    JsonNode minted = Caller.json(holder.post(mintPath(PLANTED), "{}"));
    String revoke = CREDENTIALS + "/" + minted.at("/iceServers/1/username").textValue() + "/revoke";

    assertThat(admin.post(revoke, "").statusCode()).isEqualTo(401);
    HttpResponse<String> revoked = holder.post(revoke, "");

    assertThat(revoked.statusCode()).isEqualTo(204);
    assertThat(revoked.body()).isEmpty();
    JsonNode credentials = Caller.json(anybody.get("/control/credentials?keyId=" + PLANTED));
    assertThat(credentials.at("/credentials/0/revokedAt").textValue())
        .isEqualTo("2026-11-22T14:00:00Z");
    assertThat(holder.post(CREDENTIALS + "/nobody/revoke", "").statusCode()).isEqualTo(404);
  }

  private Caller basic(String pair) {
    return anybody.authorization(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
