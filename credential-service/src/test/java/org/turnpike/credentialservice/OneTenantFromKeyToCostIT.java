package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The way from a new tenant to what it costs, through the web application as it is built: on Payara
 * Micro, with PostgreSQL and a simulated Cloudflare.
 */
@ExtendWith(ArquillianExtension.class)
class OneTenantFromKeyToCostIT {
  private static Company company;

  @ArquillianResource URL server;

  @Deployment(testable = false)
  static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "api.war")
        .importFrom(new File(System.getProperty("turnpike.war")))
        .as(WebArchive.class);
  }

  @BeforeEach
  void found_the_company() throws IOException {
    if (company == null) {
      // The server tells another name of this machine than the loopback address it is bound to.
      company = new Company(URI.create("http://127.0.0.1:" + server.getPort() + "/api"));
    }
  }

  @AfterAll
  static void close_the_company() {
    company.close();
  }

  @Test
  void a_new_tenants_backend_gets_ice_servers_that_a_browser_takes() {
    String tenant = company.tenant("Acme");
    company.turnKey(tenant);
    Api backend = company.backend(tenant, "credentials");

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
    assertThat(company.operator().get("/audit?q=credential.issued").json().path("items"))
        .isNotEmpty();
  }

  private static boolean isPort53(JsonNode url) {
    return url.asText().matches(".*:53(\\?.*)?");
  }

  @Test
  void a_grant_is_listed_without_password_and_can_be_revoked() {
    String tenant = company.tenant("Acme");
    company.turnKey(tenant);
    Api backend = company.backend(tenant, "credentials");
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
    String tenant = company.tenant("Acme");
    company.turnKey(tenant);

    JsonNode json =
        company
            .backend(tenant, "credentials")
            .post("/ice-servers", "{\"transports\": [\"udp\", \"tls\"], \"maxUrls\": 3}")
            .is(201)
            .json();

    assertThat(json.path("iceServers")).hasSize(2);
    assertThat(json.at("/iceServers/0/urls")).hasSize(1);
    assertThat(json.at("/iceServers/1/urls")).hasSize(2);
  }

  @Test
  void usage_ledger_and_statement_agree_to_the_byte() {
    String tenant = company.tenant("Acme");
    String key = company.turnKeyWithPast(tenant, 1300);
    Api backend = company.backend(tenant, "usage", "finance");

    JsonNode statement = Api.eventually(() -> wholePeriod(backend, tenant));
    String range =
        "from=%s&to=%s".formatted(statement.path("start").asText(), statement.path("end").asText());
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

  /** The statement of the last period that is over, once all its usage is in. */
  private static Optional<JsonNode> wholePeriod(Api backend, String tenant) {
    String statements = "/tenants/" + tenant + "/statements/";
    JsonNode current = backend.get(statements + "current").is(200).json();
    String before = YearMonth.parse(current.path("period").asText()).minusMonths(1).toString();
    return Optional.of(backend.get(statements + before))
        .filter(reply -> reply.status() == 200) // none before the first usage is in
        .map(Api.Reply::json)
        .filter(it -> it.path("completeThrough").equals(it.path("end")));
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
  void what_cloudflare_fails_at_may_be_tried_again() {
    String tenant = company.tenant("Acme");
    company.turnKey(tenant);
    company.cloudflareFails("{\"kind\": \"5xx\", \"target\": \"mint\", \"count\": 1}");

    Api.Reply reply = company.backend(tenant, "credentials").post("/ice-servers", "{}");

    assertThat(reply.isProblem(503, "unavailable").header("Retry-After")).matches("[1-9]\\d*");
  }

  @Test
  void a_suspended_tenant_gets_no_credentials() {
    String tenant = company.tenant("Acme");
    company.turnKey(tenant);
    Api backend = company.backend(tenant, "credentials");

    company.operator().patch("/tenants/" + tenant, "{\"status\": \"suspended\"}").is(200);
    backend.post("/ice-servers", "{}").isProblem(403, "forbidden");
  }

  @Test
  void the_caller_behind_a_trusted_proxy_is_who_the_proxy_names() {
    String tenant = company.tenant("Acme");
    Api backend = company.backend(tenant, "audit", "keys").with("X-Forwarded-For", "203.0.113.9");

    backend
        .post("/tenants/" + tenant + "/api-keys", "{\"name\": \"x\", \"scopes\": [\"keys\"]}")
        .is(201);

    assertThat(backend.get("/audit?limit=1").json().at("/items/0/actor/address").asText())
        .isEqualTo("203.0.113.9");
  }

  @Test
  void the_document_the_metrics_and_the_health_checks_need_no_key() {
    Api anybody = company.anybody();

    assertThat(anybody.get("/openapi").is(200).json().path("openapi").asText()).startsWith("3.");
    assertThat(anybody.with("Accept", "application/yaml").get("/openapi").is(200).text())
        .startsWith("openapi: 3.");
    assertThat(anybody.get("/metrics").is(200).text())
        .contains("turnpike_api_calls_total{status=", "turnpike_credentials_issued_total{source=");
    anybody.get("/health/live").is(200);
    anybody.get("/health/ready").is(200);
  }
}
