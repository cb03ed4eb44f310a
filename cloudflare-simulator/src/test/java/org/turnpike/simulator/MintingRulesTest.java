package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.simulator.turn.IceUrls;

class MintingRulesTest extends SimulatorTest {

  private static final IceUrls OF_A_COTURN =
      new IceUrls(List.of("stun:127.0.0.1:3478"), List.of("turn:127.0.0.1:3478?transport=udp"));

  @Override
  SimulatorOptions options() {
    return super.options().withMinting(new MintingRules(OF_A_COTURN, "s3cret", false));
  }

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 0);
  }

  @Test
  void a_shared_secret_makes_credentials_that_coturn_accepts() throws Exception {
    JsonNode turn = mint("generate-ice-servers").get(1);

    String username = turn.path("username").textValue();
    assertThat(username).startsWith((NOW.getEpochSecond() + 600) + ":room/1-");
    assertThat(turn.path("credential").textValue()).isEqualTo(password("s3cret", username));
    assertThat(turn.at("/urls/0").textValue()).isEqualTo("turn:127.0.0.1:3478?transport=udp");
  }

  @Test
  void a_coturn_whose_secret_changed_is_followed() throws Exception {
    assertThat(anybody.put("/control/shared-secret", "{\"sharedSecret\": \"0ther\"}").statusCode())
        .isEqualTo(204);

    JsonNode turn = mint("generate-ice-servers").get(1);

    assertThat(turn.path("credential").textValue())
        .isEqualTo(password("0ther", turn.path("username").textValue()));
  }

  @Test
  void no_call_is_made_up_for_what_a_real_relay_carries() throws IOException {
    for (int i = 0; i < 20; i++) {
      mint("generate-ice-servers");
    }
    moveTo("2026-11-22T22:00:00Z");

    JsonNode truth =
        Caller.json(
            anybody.get(
                "/control/truth?keyId=%s&from=2026-11-22T00:00:00Z&to=2026-11-22T22:00:00Z"
                    .formatted(PLANTED)));
    assertThat(truth.path("egressBytes").longValue()).isZero();
  }

  @Test
  void a_username_with_reserved_characters_is_revoked_encoded() throws IOException {
    String username = mint("generate-ice-servers").get(1).path("username").textValue();
    String path =
        "/v1/turn/keys/%s/credentials/%s/revoke"
            .formatted(PLANTED, URLEncoder.encode(username, StandardCharsets.UTF_8));

    assertThat(anybody.bearer(SECRET).post(path, "").statusCode()).isEqualTo(204);
  }

  @Test
  void one_stun_url_comes_bare() throws IOException {
    assertThat(mint("generate-ice-servers").at("/0/urls").textValue())
        .isEqualTo("stun:127.0.0.1:3478");
  }

  @Test
  void generate_ice_servers_may_forget_the_identifier_that_generate_keeps() throws IOException {
    mint("generate-ice-servers");
    assertThat(rememberedIdentifiers()).containsExactly("");
    mint("generate");
    assertThat(rememberedIdentifiers()).containsExactlyInAnyOrder("", "room/1");
  }

  private static String password(String secret, String username) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    return Base64.getEncoder()
        .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode mint(String endpoint) throws IOException {
    return Caller.json(
            anybody
                .bearer(SECRET)
                .post(
                    "/v1/turn/keys/" + PLANTED + "/credentials/" + endpoint,
                    "{\"ttl\": 600, \"customIdentifier\": \"room/1\"}"))
        .path("iceServers");
  }

  private List<String> rememberedIdentifiers() throws IOException {
    return Caller.json(anybody.get("/control/credentials?keyId=" + PLANTED))
        .path("credentials")
        .findValuesAsText("customIdentifier");
  }
}
