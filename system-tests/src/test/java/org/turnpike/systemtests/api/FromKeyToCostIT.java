package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** The thin path through the whole product, walked once; each test looks at one stretch of it. */
class FromKeyToCostIT {
  private static final Pattern PORT_53 = Pattern.compile(":53(\\?|$)");
  private static final int TTL = 3_600;
  private static final int MONTHLY_GIGABYTES = 1_300;

  private static World world;
  private static TestTenant tenant;
  private static TestTenant.TurnKey adopted;
  private static TestTenant.TurnKey created;
  private static Api backend;
  private static Instant before;
  private static JsonNode reply;
  private static Instant after;

  @BeforeAll
  static void walk() {
    world = World.running();
    tenant = TestTenant.added(world, "Harbour Meetings");
    adopted = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    created = tenant.createKey("webinar");
    backend = tenant.api("credentials");
    before = Instant.now();
    reply =
        backend
            .post("/ice-servers", Map.of("ttl", TTL, "customIdentifier", "dr-jones"))
            .expect(201);
    after = Instant.now();
    tenant.awaitUsage();
  }

  @Test
  void an_account_whose_token_cloudflare_refuses_is_not_added() {
    Cloudflare.Account real = world.cloudflare().openAccount(TestTenant.tag("wrong"), "Wrong");
    Cloudflare.Account wrong =
        new Cloudflare.Account(real.tag(), "no-such-token", real.analyticsToken());

    Answer refused = world.api().post("/accounts", TestTenant.accountBody(world, "Wrong", wrong));

    Problems.assertInvalid(refused, "apiToken");
    assertThat(world.api().items("/accounts"))
        .extracting(account -> account.get("name").asText())
        .doesNotContain("Wrong");
  }

  @Test
  void the_account_tells_its_tokens_to_nobody_and_says_they_work() {
    JsonNode account =
        world.api().items("/accounts").stream()
            .filter(each -> each.get("accountId").asText().equals(tenant.account().tag()))
            .findFirst()
            .orElseThrow();

    assertThat(account.toString()).doesNotContain("cf-keys-", "cf-analytics-", "oken\"");
    JsonNode checked =
        world
            .api()
            .post("/accounts/" + account.get("id").asText() + "/check", Map.of())
            .expect(200);
    assertThat(checked.get("turnKeys").asText()).isEqualTo("ok");
    assertThat(checked.get("analytics").asText()).isEqualTo("ok");
  }

  @Test
  void the_newest_turn_key_exists_at_cloudflare_and_mints() {
    List<JsonNode> minted = world.cloudflare().minted(created.uid());

    assertThat(minted).hasSize(1);
    assertThat(minted.get(0).get("customIdentifier").asText()).isEqualTo("dr-jones");
    assertThat(minted.get(0).get("username").asText())
        .isEqualTo(reply.get("iceServers").findValue("username").asText());
  }

  @Test
  void the_adopted_turn_key_proved_its_secret_and_minted_nothing_that_lives() {
    assertThat(world.cloudflare().minted(adopted.uid()))
        .isNotEmpty()
        .allMatch(minted -> minted.hasNonNull("revokedAt"));
  }

  @Test
  void the_reply_is_what_a_browser_takes_and_has_no_port_53() {
    List<String> urls = new ArrayList<>();
    reply
        .get("iceServers")
        .forEach(server -> server.get("urls").forEach(url -> urls.add(url.asText())));

    assertThat(urls)
        .anyMatch(url -> url.startsWith("stun:"))
        .anyMatch(url -> url.startsWith("turn:"))
        .anyMatch(url -> url.startsWith("turns:") && url.contains(":5349"))
        .noneMatch(url -> PORT_53.matcher(url).find());
  }

  @Test
  void the_reply_says_how_long_it_lasts() {
    Instant expires = Instant.parse(reply.get("expiresAt").asText());

    assertThat(expires).isBetween(before.plusSeconds(TTL - 1), after.plusSeconds(TTL));
    assertThat(reply.get("ttl").asLong()).isBetween(TTL - 5L, (long) TTL);
    assertThat(Instant.parse(reply.get("refreshAfter").asText()))
        .isEqualTo(expires.minus(Duration.ofSeconds(TTL / 5)));
    assertThat(reply.get("source").asText()).isEqualTo("minted");
  }

  @Test
  void the_grant_is_listed_without_its_password() {
    List<JsonNode> grants = backend.items("/credentials?customIdentifier=dr-jones&active=true");

    assertThat(grants).hasSize(1);
    JsonNode grant = grants.get(0);
    assertThat(grant.get("grantId")).isEqualTo(reply.get("grantId"));
    assertThat(grant.get("turnKeyId").asText()).isEqualTo(created.id());
    assertThat(grant.get("expiresAt")).isEqualTo(reply.get("expiresAt"));
    assertThat(grant.toString())
        .doesNotContain(reply.get("iceServers").findValue("credential").asText());
  }

  @Test
  void every_step_stands_in_the_audit_trail() {
    List<String> actions =
        world.api().items("/audit").stream()
            .filter(
                entry ->
                    entry.get("tenantId").asText().equals(tenant.id())
                        || entry.get("subject").asText().equals(tenant.name()))
            .map(entry -> entry.get("action").asText())
            .toList();

    assertThat(actions)
        .contains(
            "account.added",
            "tenant.added",
            "turn-key.adopted",
            "turn-key.created",
            "api-key.issued",
            "credential.issued");
  }

  @Test
  void the_last_full_month_is_priced_to_the_cent() {
    JsonNode statement = tenant.statement(Month.last().name());

    Pricing.assertFollowsFromBytes(statement);
    assertThat(statement.get("egressBytes").asLong())
        .isEqualTo(
            world.cloudflare().egressShown(adopted.uid(), Month.last().start(), Month.last().end()))
        .isBetween(1_050_000_000_000L, 1_600_000_000_000L);
    assertThat(statement.get("completeThrough").asText()).isEqualTo(Month.last().end().toString());
    assertThat(statement.at("/ledger/posting").asLong()).isPositive();
    assertThat(statement.at("/ledger/hash").asText()).matches("[0-9a-f]{64}");
    assertThat(statement.get("lines")).hasSize(1);
    assertThat(statement.at("/lines/0/uid").asText()).isEqualTo(adopted.uid());
  }

  /** Of hours whose figures have settled: those of the last two still move at Cloudflare. */
  @ParameterizedTest
  @ValueSource(strings = {"customIdentifier", "country", "city"})
  void usage_broken_down_adds_up_to_the_ledger_to_the_byte(String groupBy) {
    Instant through = brokenDownThrough();
    Instant from = through.minus(Duration.ofHours(20));
    Instant to = through.minus(Duration.ofHours(4));

    JsonNode usage =
        tenant.usage("from=%s&to=%s&granularity=hour&groupBy=%s".formatted(from, to, groupBy));

    assertThat(usage.get("basis").asText()).isEqualTo("display");
    assertThat(usage.findValuesAsText("kind")).contains("named").endsWith("other");
    for (String volume : List.of("egressBytes", "ingressBytes")) {
      long rows = usage.get("series").findValues(volume).stream().mapToLong(JsonNode::asLong).sum();
      assertThat(rows).isPositive().isEqualTo(usage.get("totals").get(volume).asLong());
    }
    assertThat(Ledger.egress(tenant, from, to)).isEqualTo(usage.at("/totals/egressBytes").asLong());
    assertThat(usage.at("/series/0/points").findValuesAsText("egressBytes"))
        .as("the largest is known by the hour")
        .hasSizeGreaterThan(1);
  }

  @Test
  void each_hour_of_a_turn_key_tells_its_connections() {
    Instant through = brokenDownThrough();

    JsonNode usage =
        tenant.usage(
            "from=%s&to=%s&granularity=hour"
                .formatted(through.minus(Duration.ofHours(20)), through));

    assertThat(usage.get("basis").asText()).isEqualTo("billed");
    assertThat(usage.at("/series/0/key").asText()).isEqualTo(adopted.id());
    usage
        .at("/series/0/points")
        .forEach(
            point ->
                assertThat(point.at("/connections/peak").asLong())
                    .as(point.toString())
                    .isPositive()
                    .isGreaterThanOrEqualTo(
                        new BigDecimal(point.at("/connections/mean").asText()).longValue()));
  }

  private static Instant brokenDownThrough() {
    return Instant.parse(
        await("a break-down of every TURN key")
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofMillis(500))
            .until(
                () -> tenant.usage("groupBy=country").get("brokenDownThrough"),
                through -> !through.isNull())
            .asText());
  }

  @Test
  void the_running_month_is_priced_by_the_same_rule_and_says_how_good_it_is() {
    JsonNode statement = tenant.statement("current");

    Pricing.assertFollowsFromBytes(statement);
    assertThat(statement.get("period").asText()).isEqualTo(Month.current().name());
    assertThat(statement.get("status").asText()).isEqualTo("open");
    assertThat(Instant.parse(statement.get("asOf").asText()))
        .isAfter(Instant.now().minus(Duration.ofMinutes(2)));
    assertThat(Instant.parse(statement.get("completeThrough").asText()))
        .isAfter(Instant.now().minus(Duration.ofHours(1)));
  }
}
