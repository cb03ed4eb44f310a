package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OneTenantFromKeyToCostIT extends DeployedApi {
  @Test
  void a_new_tenants_backend_gets_ice_servers_that_a_browser_takes() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    Api backend = company().backend(tenant, "credentials");

    Api.Reply reply =
        backend.post("/ice-servers", "{\"ttl\": 3600, \"customIdentifier\": \"alice\"}").is(201);

    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    JsonNode json = reply.json();
    assertThat(json.path("source").asText()).isEqualTo("minted");
    assertThat(json.path("ttl").asInt()).isBetween(3500, 3600);
    assertThat(Instant.parse(json.path("refreshAfter").asText()))
        .isBefore(json.path("expiresAt").asText());
    assertThat(json.at("/iceServers/0").fieldNames()).toIterable().containsExactly("urls");
    assertThat(json.at("/iceServers/1/username").asText()).isNotBlank();
    assertThat(json.at("/iceServers/1/credential").asText()).isNotBlank();
    assertThat(json.at("/iceServers/1/urls"))
        .isNotEmpty()
        .noneMatch(OneTenantFromKeyToCostIT::isPort53);
    assertThat(company().operator().get("/audit?q=credential.issued").json().path("items"))
        .isNotEmpty();
  }

  private static boolean isPort53(JsonNode url) {
    return url.asText().matches(".*:53(\\?.*)?");
  }

  @Test
  void a_grant_is_listed_without_password_and_can_be_revoked() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    Api backend = company().backend(tenant, "credentials");
    JsonNode issued = backend.post("/ice-servers", "{\"customIdentifier\": \"bob\"}").json();
    String password = issued.at("/iceServers/1/credential").asText();

    Api.Reply grants = backend.get("/credentials?customIdentifier=bob&active=true").is(200);
    assertThat(grants.json().path("items")).hasSize(1);
    assertThat(grants.text()).doesNotContain(password);

    backend.delete("/credentials/" + issued.path("grantId").asText()).is(204);
    assertThat(backend.get("/credentials?active=true").json().path("items")).isEmpty();
  }

  @Test
  void a_reply_can_be_cut_to_few_urls() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);

    JsonNode json =
        company
            .backend(tenant, "credentials")
            .post("/ice-servers", "{\"transports\": [\"udp\", \"tls\"], \"maxUrls\": 3}")
            .is(201)
            .json();

    assertThat(json.path("iceServers").findValuesAsText("urls")).hasSize(2);
    assertThat(json.at("/iceServers/0/urls")).hasSize(1);
    assertThat(json.at("/iceServers/1/urls")).hasSize(2);
  }

  @Test
  void usage_ledger_and_statement_agree_to_the_byte() {
    String tenant = company().tenant("Acme");
    String key = company().turnKeyWithPast(tenant, 1300);
    Api backend = company().backend(tenant, "usage", "finance");

    JsonNode period =
        eventually(
            () -> {
              JsonNode all = backend.get("/tenants/" + tenant + "/statements").json().path("items");
              return all.size() > 2 ? all.get(1) : null;
            });
    String range =
        "from=%s&to=%s".formatted(period.path("start").asText(), period.path("end").asText());
    JsonNode statement =
        backend.get("/tenants/" + tenant + "/statements/" + period.path("period").asText()).json();
    JsonNode usage =
        backend.get("/tenants/" + tenant + "/usage?granularity=day&" + range).is(200).json();
    long egress = statement.path("egressBytes").asLong();
    long ledger = 0;
    for (JsonNode line : ledger(backend, tenant, range)) {
      ledger += line.path("egressBytes").asLong();
    }

    assertThat(egress).isPositive();
    assertThat(ledger).isEqualTo(egress);
    assertThat(usage.at("/totals/egressBytes").asLong()).isEqualTo(egress);
    assertThat(usage.at("/series/0/key").asText()).isEqualTo(key);
    assertThat(usage.path("basis").asText()).isEqualTo("billed");
    BigDecimal gigabytes = BigDecimal.valueOf(egress, 9);
    assertThat(new BigDecimal(statement.path("gigabytes").asText()))
        .isEqualByComparingTo(gigabytes);
    assertThat(statement.path("amount").path("amount").asText()).isEqualTo(price(gigabytes));
  }

  private static String price(BigDecimal gigabytes) {
    return gigabytes
        .subtract(new BigDecimal(1000))
        .max(BigDecimal.ZERO)
        .multiply(new BigDecimal("0.05"))
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static List<JsonNode> ledger(Api backend, String tenant, String range) {
    List<JsonNode> lines = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          backend.get("/tenants/" + tenant + "/ledger?limit=200&" + range + next).is(200).json();
      page.path("items").forEach(lines::add);
      next = page.path("next").isNull() ? null : "&cursor=" + page.path("next").asText();
    } while (next != null);
    return lines;
  }

  @Test
  void another_tenants_id_is_nowhere_to_be_found() throws IOException {
    String other = company().tenant("Other");
    String turnKey = company().turnKey(other);
    Api stranger =
        company()
            .backend(company().tenant("Acme"), "credentials", "keys", "usage", "finance", "audit");

    for (String route : routesOfATenant()) {
      String method = route.substring(0, route.indexOf(' '));
      String path =
          route
              .substring(route.indexOf(' ') + 1)
              .replace("{tenant}", other)
              .replace("{key}", turnKey)
              .replace("{period}", "current");
      stranger.call(method, path, bodyFor(path)).isProblem(404, "not-found");
    }
    assertThat(stranger.get("/tenants").text()).doesNotContain(other);
    assertThat(stranger.get("/statements/current").text()).doesNotContain(other);
  }

  private static String bodyFor(String path) {
    return path.endsWith("/api-keys")
        ? "{\"name\": \"x\", \"scopes\": [\"usage\"]}"
        : "{\"name\": \"x\"}";
  }

  private static List<String> routesOfATenant() throws IOException {
    try (InputStream json = OpenApiServlet.class.getResourceAsStream("/openapi.json")) {
      JsonNode paths =
          Api.parse(new String(json.readAllBytes(), StandardCharsets.UTF_8)).path("paths");
      return paths.properties().stream()
          .filter(path -> path.getKey().startsWith("/tenants/{tenant}"))
          .flatMap(
              path ->
                  path.getValue().properties().stream()
                      .map(call -> call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
          .toList();
    }
  }
}
