package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * Cloudflare, ledger, usage API, statement and console tell one and the same number of bytes,
 * whatever happened on the way.
 */
class TotalsAgreeToTheByteIT {
  /** Longer than the lease of a killed collector, which the next one has to wait for. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int MONTHLY_GIGABYTES = 1_300;

  private final World world = World.running();

  @AfterEach
  void heal() {
    world.cloudflare().heal();
  }

  @Test
  void a_further_round_of_collecting_adds_nothing_to_a_month_that_is_over() {
    TestTenant tenant = TestTenant.added(world, "Twice");
    TestTenant.TurnKey key = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    tenant.awaitUsage();
    String lastMonth = Ledger.path(tenant, Month.last().start(), Month.last().end());
    List<JsonNode> once = world.api().items(lastMonth);

    awaitRounds(tenant, 2);

    assertThat(once).hasSizeGreaterThan(2_000);
    assertThat(world.api().items(lastMonth)).isEqualTo(once);
    awaitAgreement(tenant, key);
  }

  @Test
  void what_cloudflare_restates_upwards_and_downwards_is_corrected() {
    TestTenant tenant = TestTenant.added(world, "Restated");
    TestTenant.TurnKey key = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    tenant.awaitUsage();
    Instant now = Instant.now();
    Instant yesterday = now.minus(Duration.ofHours(20));
    Instant morning = now.minus(Duration.ofHours(12));
    Instant noon = now.minus(Duration.ofHours(5));

    restate(key, yesterday, morning, 110);
    restate(key, morning, noon, 85);

    awaitAgreement(tenant, key);
    assertThat(Ledger.corrections(tenant, yesterday.plusSeconds(900), morning.minusSeconds(900)))
        .isNotEmpty()
        .allMatch(line -> line.get("egressBytes").asLong() > 0);
    assertThat(Ledger.corrections(tenant, morning.plusSeconds(900), noon.minusSeconds(900)))
        .isNotEmpty()
        .allMatch(line -> line.get("egressBytes").asLong() < 0);

    world.cloudflare().heal();

    awaitAgreement(tenant, key);
  }

  @Test
  @Tag("slow")
  void what_cloudflare_restates_days_later_is_corrected_while_it_can_be_billed() {
    TestTenant tenant = TestTenant.added(world, "Restated late");
    TestTenant.TurnKey key = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    tenant.awaitUsage();
    Instant fourDaysAgo = Instant.now().minus(Duration.ofDays(4));
    Instant later = fourDaysAgo.plus(Duration.ofHours(8));

    restate(key, fourDaysAgo, later, 120);

    awaitAgreement(tenant, key);
    assertThat(Ledger.corrections(tenant, fourDaysAgo.plusSeconds(900), later.minusSeconds(900)))
        .isNotEmpty()
        .allMatch(line -> line.get("egressBytes").asLong() > 0);

    world.cloudflare().heal();

    awaitAgreement(tenant, key);
  }

  @Test
  @Tag("slow")
  void rows_that_show_late_are_found_when_they_show() {
    TestTenant tenant = TestTenant.added(world, "Late");
    TestTenant.TurnKey key = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    tenant.awaitUsage();
    Instant now = Instant.now();
    Instant hoursAgo = now.minus(Duration.ofHours(4));
    long before = Ledger.egress(tenant, hoursAgo, now);
    world.cloudflare().breaks("late", Map.of("keyId", key.uid(), "minutes", 240));

    await("the hidden hours count no longer")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> Ledger.egress(tenant, hoursAgo, now) < before);
    long hidden = Ledger.egress(tenant, hoursAgo, now);
    world.cloudflare().heal();
    awaitAgreement(tenant, key);

    assertThat(Ledger.egress(tenant, hoursAgo, now)).isGreaterThan(hidden);
  }

  @Test
  void a_collector_killed_in_the_middle_goes_on_where_it_stopped() throws Exception {
    TestTenant tenant = TestTenant.added(world, "Killed");
    world
        .cloudflare()
        .breaks(
            "latency",
            Map.of("target", "graphql", "accountId", tenant.account().tag(), "millis", 2_500));
    TestTenant.TurnKey key = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    await("a part of the usage")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !tenant.statement("current").get("completeThrough").isNull());

    String through = tenant.statement("current").get("completeThrough").asText();
    Standalone.running().kill();
    assertThat(Instant.parse(through)).isBefore(Instant.now().minus(Duration.ofDays(1)));
    world.cloudflare().heal();
    Standalone.running().start();

    awaitAgreement(tenant, key);
  }

  private void restate(TestTenant.TurnKey key, Instant from, Instant to, int percent) {
    world
        .cloudflare()
        .breaks(
            "restate",
            Map.of(
                "keyId", key.uid(),
                "from", from.toString(),
                "to", to.toString(),
                "percent", percent));
  }

  /** Rounds that began and ended after this was called. */
  private static void awaitRounds(TestTenant tenant, int rounds) {
    for (int round = 0; round <= rounds; round++) {
      JsonNode asOf = tenant.statement("current").get("asOf");
      await("another round")
          .atMost(PATIENCE)
          .until(() -> !tenant.statement("current").get("asOf").equals(asOf));
    }
  }

  /** Figures of the last hours move by themselves: they have to meet, not to stand still. */
  private void awaitAgreement(TestTenant tenant, TestTenant.TurnKey key) {
    tenant.awaitUsage();
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      for (Month month : List.of(Month.last(), Month.current())) {
        await("agreement on " + month.name())
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(500))
            .untilAsserted(
                () -> {
                  Figures figures = Figures.of(tenant, List.of(key), month, operator);
                  assertThat(Set.copyOf(figures.bySource().values()))
                      .as(figures.toString())
                      .hasSize(1);
                });
      }
    }
  }
}
