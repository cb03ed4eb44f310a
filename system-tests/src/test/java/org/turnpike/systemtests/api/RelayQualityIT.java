package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.ReportingBrowser;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * Browsers report how calls fare, where the tenant wants it, and its figures are what they told.
 */
class RelayQualityIT {
  private static final String GOLDEN = "iceServers, expiresAt, grantId, refreshAfter, ttl, source";

  private static World world;
  private static TestTenant reporting;
  private static TestTenant silent;

  @BeforeAll
  static void tenants() {
    world = World.running();
    reporting = tenant("Reporting", true);
    silent = tenant("Silent", false);
  }

  private static TestTenant tenant(String name, boolean reports) {
    TestTenant tenant = TestTenant.added(world, name);
    tenant.createKey("production");
    tenant.takeReports(reports);
    return tenant;
  }

  @Test
  void without_the_switch_a_reply_is_what_it_always_was() {
    Answer reply = silent.api("credentials").post("/ice-servers", Map.of());

    assertThat(names(reply.expect(201))).isEqualTo(GOLDEN);
    assertThat(silent.api("usage").get(quality(silent)).expect(200).get("relayReports").asBoolean())
        .isFalse();
  }

  @Test
  void with_it_a_reply_says_at_its_end_where_to_report_and_until_when() {
    JsonNode reply = reporting.api("credentials").post("/ice-servers", Map.of()).expect(201);

    assertThat(names(reply)).isEqualTo(GOLDEN + ", relayReports");
    assertThat(reply.at("/relayReports/url").asText())
        .isEqualTo(world.uri("/api/relay-reports").toString());
    assertThat(instant(reply.at("/relayReports/expiresAt")))
        .isBetween(
            instant(reply.get("expiresAt")).plus(Duration.ofMinutes(59)),
            instant(reply.get("expiresAt")).plus(Duration.ofHours(1)));
  }

  @Test
  void a_credential_from_memory_has_its_own_token_again() {
    Api backend = reporting.api("credentials");
    Map<String, Object> anna = Map.of("customIdentifier", "anna", "ttl", 3_600);
    JsonNode first = backend.post("/ice-servers", anna).expect(201);
    JsonNode again = backend.post("/ice-servers", anna).expect(201);

    assertThat(again.get("source").asText()).isEqualTo("reused");
    assertThat(again.get("relayReports")).isEqualTo(first.get("relayReports"));
  }

  @Test
  void figures_are_what_browsers_told_each_call_once() {
    TestTenant tenant = tenant("Well told", true);
    ReportingBrowser anna = browser(tenant);
    ReportingBrowser ben = browser(tenant);
    Map<String, Object> call =
        ReportingBrowser.with(ReportingBrowser.relayed(), Map.of("country", "DE"));
    told(anna, call);
    told(anna, ReportingBrowser.with(call, Map.of("sequence", 3, "packetsLost", 300)));
    told(anna, ReportingBrowser.with(call, Map.of("sequence", 3, "packetsLost", 9_999)));
    told(anna, ReportingBrowser.with(call, Map.of("sequence", 2, "packetsLost", 7_777)));
    told(
        ben,
        ReportingBrowser.with(
            ReportingBrowser.relayed(),
            Map.of(
                "transport",
                "tls",
                "roundTripMs",
                80,
                "country",
                "FR",
                "peakBitsPerSecond",
                40_000_000,
                "peakPacketsPerSecond",
                3_999)));
    told(ben, ReportingBrowser.with(ReportingBrowser.relayed(), Map.of("roundTripMs", 60)));
    told(ben, ReportingBrowser.direct());
    told(ben, ReportingBrowser.failed("credential-refused"));
    told(ben, ReportingBrowser.failed("timeout"));
    told(ben, ReportingBrowser.failed("timeout"));

    JsonNode reply = tenant.api("usage").get(quality(tenant)).expect(200);

    assertThat(reply.get("basis").asText()).isEqualTo("reported");
    assertThat(reply.get("calls").toString())
        .isEqualTo(
            "{\"calls\":4,\"relayed\":3,\"relayedRatio\":\"0.75\",\"roundTripMedianMs\":\"50\","
                + "\"roundTripP95Ms\":\"77\",\"jitterMedianMs\":\"4\",\"lossRatio\":\"0.012469\","
                + "\"packetsReceived\":39600,\"packetsLost\":500,"
                + "\"bitsReceivedPerSecond\":1000000,\"bitsSentPerSecond\":100000}");
    assertThat(rows(reply.get("byPath"), "/route", "/transport", "/calls/calls"))
        .containsExactly("relayed udp 2", "relayed tls 1", "direct udp 1");
    assertThat(rows(reply.get("byCountry"), "/country", "/calls/calls", "/calls/lossRatio"))
        .containsExactly("null 2 0.005025", "DE 1 0.029412", "FR 1 0.01");
    assertThat(rows(reply.get("nearLimits"), "/limit", "/perSecond", "/calls"))
        .containsExactly("new-peers 5 0", "packets 5000 0", "throughput 50000000 1");
    assertThat(rows(reply.at("/failedJoins/byReason"), "/reason", "/joins"))
        .containsExactly("credential-refused 1", "timeout 2");
    assertThat(reply.at("/failedJoins/all").asLong()).isEqualTo(3);
    assertThat(instant(reply.get("lastReportAt"))).isAfter(Instant.now().minusSeconds(60));
    assertThat(
            tenant
                .api("usage")
                .get(quality(tenant) + "?to=2026-01-01T00:00:00Z")
                .expect(200)
                .at("/calls/calls")
                .asLong())
        .as("before they were told of")
        .isZero();
  }

  @Test
  void a_token_tells_of_its_own_tenant_alone_and_opens_nothing_else() {
    TestTenant other = tenant("Told of alone", true);
    told(browser(other), ReportingBrowser.relayed());
    ReportingBrowser browser = browser(reporting);

    Problems.assertProblem(world.api().with(token(browser)).get("/tenants"), 401);
    Problems.assertProblem(world.api().with(token(browser)).post("/ice-servers", Map.of()), 401);
    Problems.assertProblem(reporting.api("usage").get(quality(other)), 404);
    Problems.assertProblem(reporting.api("credentials").get(quality(reporting)), 403);
    assertThat(calls(other)).isEqualTo(1);
  }

  @Test
  void what_is_no_token_of_ours_is_refused() {
    ReportingBrowser browser = browser(reporting);
    String token = token(browser);
    String tampered =
        token.substring(0, 8) + (token.charAt(8) == 'A' ? 'B' : 'A') + token.substring(9);
    String apiKey = reporting.issueKey("credentials").get("key").asText();
    for (String shown :
        new String[] {null, tampered, token + "A", "tpr_" + "A".repeat(96), apiKey}) {
      Answer answer = browser.api().with(shown).post("/relay-reports", ReportingBrowser.relayed());
      Problems.assertProblem(answer, 401);
      assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    }
  }

  @Test
  void what_no_call_can_have_is_refused_and_named() {
    ReportingBrowser browser = browser(reporting);
    Map<String, Object> good = ReportingBrowser.relayed();

    Problems.assertInvalid(
        browser.report(ReportingBrowser.with(good, Map.of("packetsLost", -1))), "packetsLost");
    Problems.assertInvalid(
        browser.report(ReportingBrowser.with(good, Map.of("country", "Atlantis"))), "country");
    Problems.assertInvalid(
        browser.report(ReportingBrowser.with(good, Map.of("route", "around"))), "route");
    Problems.assertInvalid(
        browser.report(ReportingBrowser.with(good, Map.of("userAgent", "x"))), "userAgent");
    Problems.assertInvalid(
        browser.report(ReportingBrowser.with(good, Map.of("failure", "other"))), "failure");
    Problems.assertProblem(
        browser.report(ReportingBrowser.with(good, Map.of("country", "x".repeat(5_000)))), 413);
    Problems.assertProblem(browser.api().get("/relay-reports"), 405);
  }

  @Test
  void a_country_that_anybody_may_write_into_a_header_is_not_believed() {
    TestTenant tenant = tenant("Not from Chad", true);
    ReportingBrowser browser = browser(tenant);
    Map<String, Object> report =
        ReportingBrowser.with(ReportingBrowser.relayed(), Map.of("country", "DE"));

    browser
        .api()
        .send(
            browser
                .api()
                .request("/relay-reports")
                .header("CF-IPCountry", "TD")
                .POST(BodyPublishers.ofString(Api.json(report))))
        .expectNothing(204);

    JsonNode reply = tenant.api("usage").get(quality(tenant)).expect(200);
    assertThat(rows(reply.get("byCountry"), "/country", "/calls/calls")).containsExactly("DE 1");
  }

  @Test
  void one_token_cannot_flood_and_is_told_when_to_come_back() {
    ReportingBrowser flooding = browser(reporting);
    Answer last = flooding.report(ReportingBrowser.relayed());
    for (int i = 0; i < 60 && last.status() == 204; i++) {
      last = flooding.report(ReportingBrowser.relayed());
    }

    Problems.assertProblem(last, 429);
    assertThat(Integer.parseInt(last.header("Retry-After").orElse("0"))).isBetween(1, 60);
    assertThat(last.header("Access-Control-Expose-Headers")).contains("Retry-After");
    told(browser(reporting), ReportingBrowser.relayed());
  }

  @Test
  void once_it_is_switched_off_reports_are_refused_and_the_figures_stay() {
    TestTenant tenant = tenant("Told and done", true);
    ReportingBrowser browser = browser(tenant);
    told(browser, ReportingBrowser.relayed());

    tenant.takeReports(false);

    Problems.assertProblem(browser.report(ReportingBrowser.relayed()), 403);
    assertThat(calls(tenant)).isEqualTo(1);
  }

  private static long calls(TestTenant tenant) {
    return tenant.api("usage").get(quality(tenant)).expect(200).at("/calls/calls").asLong();
  }

  private static void told(ReportingBrowser browser, Map<String, Object> report) {
    browser.report(report).expectNothing(204);
  }

  private static ReportingBrowser browser(TestTenant tenant) {
    return ReportingBrowser.of(world, tenant.api("credentials"));
  }

  private static String token(ReportingBrowser browser) {
    return browser.offer().get("token").asText();
  }

  private static String quality(TestTenant tenant) {
    return "/tenants/" + tenant.id() + "/relay-quality";
  }

  private static Instant instant(JsonNode text) {
    return Instant.parse(text.asText());
  }

  private static String names(JsonNode reply) {
    return String.join(", ", (Iterable<String>) reply::fieldNames);
  }

  private static List<String> rows(JsonNode list, String... fields) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            row ->
                String.join(
                    " ", Arrays.stream(fields).map(field -> row.at(field).asText()).toList()))
        .toList();
  }
}
