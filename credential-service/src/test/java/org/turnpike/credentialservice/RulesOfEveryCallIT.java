package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesOfEveryCallIT extends DeployedApi {
  private static final String NOBODY = "0190163d-8694-739b-aea5-966c26f8ad90";
  private static final byte[] MEGABYTE = ("\"" + "x".repeat(1_000_000) + "\"").getBytes();

  @Test
  void bad_values_are_named_by_the_hot_path() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    Api backend = company().backend(tenant, "credentials");

    for (String bad :
        new String[] {
          "{\"ttl\": 0}",
          "{\"ttl\": -1}",
          "{\"ttl\": 172801}",
          "{\"ttl\": \"x\"}",
          "{\"ttl\": 1e99}",
          "{\"customIdentifier\": \"a\\u0000b\"}",
          "{\"customIdentifier\": 5}",
          "{\"nonsense\": true}",
          "{\"transports\": [\"dtls\"]}",
          "{\"maxUrls\": 0}"
        }) {
      JsonNode json = backend.post("/ice-servers", bad).isProblem(422, "invalid").json();
      assertThat(bad).contains(json.at("/errors/0/field").asText("?"));
    }
    for (String broken : new String[] {"", "{", "{} {}", "{\"ttl\": 1, \"ttl\": 2}"}) {
      backend.post("/ice-servers", broken).isProblem(400, "malformed");
    }
  }

  @Test
  void a_body_that_is_too_large_or_no_json_is_refused_before_it_is_read() {
    Api operator = company().operator().with("Content-Type", "application/json");

    for (String path : new String[] {"/ice-servers", "/tenants", "/users/" + NOBODY + "/disable"}) {
      operator.send("POST", path, BodyPublishers.ofByteArray(MEGABYTE)).isProblem(413, "too-large");
      operator
          .send(
              "POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(MEGABYTE)))
          .isProblem(413, "too-large");
      company()
          .operator()
          .with("Content-Type", "text/plain")
          .send("POST", path, BodyPublishers.ofString("{}"))
          .isProblem(415, "unsupported-media-type");
    }
  }

  @Test
  void a_body_that_is_needed_and_missing_is_malformed() {
    Api operator = company().operator();

    operator.send("POST", "/tenants", BodyPublishers.noBody()).isProblem(400, "malformed");
    operator
        .send("PATCH", "/tenants/" + NOBODY, BodyPublishers.noBody())
        .isProblem(400, "malformed");
    operator.send("POST", "/ice-servers", BodyPublishers.noBody()).isProblem(400, "malformed");
  }

  @Test
  void no_key_or_a_wrong_one_opens_nothing() {
    for (String path : new String[] {"/tenants", "/ice-servers", "/nowhere", "/invitations"}) {
      Api.Reply none = company().operator().withoutKey().get(path);
      assertThat(none.isProblem(401, "unauthenticated").header("WWW-Authenticate"))
          .startsWith("Bearer");
      company().withKey("tpk_wrong").get(path).isProblem(401, "unauthenticated");
      company().withKey("Bearer").get(path).isProblem(401, "unauthenticated");
    }
  }

  @Test
  void a_revoked_key_opens_nothing_any_more() {
    String tenant = company().tenant("Acme");
    Api backend = company().backend(tenant, "keys");
    String id =
        backend.get("/tenants/" + tenant + "/api-keys").is(200).json().at("/items/0/id").asText();

    backend.delete("/tenants/" + tenant + "/api-keys/" + id).is(204);

    eventually(() -> backend.get("/tenants").status() == 401 ? true : null);
  }

  @Test
  void what_the_server_itself_would_refuse_is_a_problem_too() {
    Api operator = company().operator();

    operator.get("/nowhere").isProblem(404, "not-found");
    operator.get("/tenants/no-id").isProblem(404, "not-found");
    operator.get("/tenants/" + NOBODY).isProblem(404, "not-found");
    operator.with("Accept", "text/html").get("/tenants").isProblem(406, "not-acceptable");
    assertThat(operator.delete("/tenants").isProblem(405, "method-not-allowed").header("Allow"))
        .contains("GET", "POST");
    assertThat(operator.get("/ice-servers").isProblem(405, "method-not-allowed").header("Allow"))
        .isEqualTo("POST");
    new Api(root(""), "none").get("/nowhere").isProblem(404, "not-found");
    new Api(root(""), "none").get("/problem").isProblem(404, "not-found");
  }

  @Test
  void a_scope_that_is_missing_is_forbidden() {
    String tenant = company().tenant("Acme");
    Api backend = company().backend(tenant, "usage");

    backend.post("/ice-servers", "{}").isProblem(403, "forbidden");
    backend.get("/tenants/" + tenant + "/statements").isProblem(403, "forbidden");
    backend.get("/users").isProblem(403, "forbidden");
    company().operator().post("/ice-servers", "{}").isProblem(403, "forbidden");
  }

  @Test
  void a_suspended_tenant_gets_no_credentials() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    Api backend = company().backend(tenant, "credentials");

    company().operator().patch("/tenants/" + tenant, "{\"status\": \"suspended\"}").is(200);
    backend.post("/ice-servers", "{}").isProblem(403, "forbidden");
  }

  @Test
  void what_cloudflare_fails_at_may_be_tried_again() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    company().cloudflareFails("{\"kind\": \"5xx\", \"target\": \"mint\", \"count\": 1}");

    Api.Reply reply = company().backend(tenant, "credentials").post("/ice-servers", "{}");

    assertThat(reply.isProblem(503, "unavailable").header("Retry-After")).matches("[1-9]\\d*");
  }

  @Test
  void a_repeated_creation_creates_once() {
    Api once = company().operator().with("Idempotency-Key", UUID.randomUUID().toString());
    String body =
        "{\"name\": \"Twice\", \"slug\": \"twice\", \"accountId\": \""
            + company().account()
            + "\"}";

    Api.Reply first = once.post("/tenants", body).is(201);
    Api.Reply second = once.post("/tenants", body).is(201);

    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Location")).isEqualTo(first.header("Location")).endsWith(first.id());
    once.post("/tenants", body.replace("Twice", "Thrice")).isProblem(422, "invalid");
  }

  @Test
  void a_repeated_creation_shows_no_secret_again() {
    String tenant = company().tenant("Acme");
    company().turnKey(tenant);
    Api once =
        company().backend(tenant, "credentials").with("Idempotency-Key", "same \"key\" for both");

    JsonNode first = once.post("/ice-servers", "{}").is(201).json();
    Api.Reply second = once.post("/ice-servers", "{}").isProblem(409, "conflict");

    assertThat(second.id()).isEqualTo(first.path("grantId").asText());
    assertThat(second.text()).doesNotContain("credential\":");
  }

  @Test
  void the_caller_behind_a_trusted_proxy_is_who_the_proxy_names() {
    String tenant = company().tenant("Acme");
    Api backend = company().backend(tenant, "audit", "keys").with("X-Forwarded-For", "203.0.113.9");

    backend
        .post("/tenants/" + tenant + "/api-keys", "{\"name\": \"x\", \"scopes\": [\"keys\"]}")
        .is(201);

    assertThat(backend.get("/audit?limit=1").json().at("/items/0/actor/address").asText())
        .isEqualTo("203.0.113.9");
  }

  @Test
  void an_invited_person_sets_a_password_once_and_guessing_is_slowed_down() {
    JsonNode invited =
        company()
            .operator()
            .post(
                "/users", "{\"email\": \"ann@example.com\", \"roles\": [{\"role\": \"finance\"}]}")
            .is(201)
            .json();
    String link = invited.path("invitationUrl").asText();
    assertThat(link).startsWith("https://turnpike.example/console/welcome.xhtml#");
    String acceptance =
        "{\"token\": \"%s\", \"password\": \"a long enough one\"}"
            .formatted(link.substring(link.indexOf('#') + 1));
    Api anybody = company().operator().withoutKey().with("X-Forwarded-For", "198.51.100.7");

    anybody.post("/invitations/accept", acceptance).is(204);
    anybody.post("/invitations/accept", acceptance).isProblem(422, "invalid");
    Api.Reply slowed =
        eventually(
            () -> {
              Api.Reply reply = anybody.post("/invitations/accept", acceptance);
              return reply.status() == 429 ? reply : null;
            });

    assertThat(slowed.isProblem(429, "too-many-requests").header("Retry-After")).isNotNull();
    assertThat(company().operator().get("/users").json().findValuesAsText("status"))
        .containsOnly("active");
  }

  @Test
  void the_document_the_metrics_and_the_health_checks_need_no_key() {
    Api anybody = new Api(root(""), "none").withoutKey();

    assertThat(anybody.get("/openapi").is(200).json().path("openapi").asText()).startsWith("3.");
    assertThat(anybody.with("Accept", "application/yaml").get("/openapi").is(200).text())
        .startsWith("openapi: 3.");
    assertThat(anybody.get("/metrics").is(200).text())
        .contains("turnpike_api_calls_total{status=", "turnpike_credentials_issued_total{source=");
    anybody.get("/health/live").is(200);
    anybody.get("/health/ready").is(200);
  }
}
