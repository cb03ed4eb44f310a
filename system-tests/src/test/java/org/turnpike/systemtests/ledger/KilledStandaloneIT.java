package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TenantId;
import org.turnpike.simulator.demo.SimulatorControl;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageWindow;

/** The whole product is killed while it collects three months of a key that was just added. */
@Tag("slow")
class KilledStandaloneIT {
  private static final Logger LOG = System.getLogger(KilledStandaloneIT.class.getName());
  private static final int KILLS = 5;

  /** How many of the key's three ranges are posted before a kill: 1, 2, 0, 1, 2. */
  private static final int STAGES = 3;

  /** Of a range, which is as wide as Cloudflare answers. */
  private static final Duration RANGE = Duration.ofDays(31);

  private static final int MONTHLY_GIGABYTES = 1_300;
  private static final Duration HISTORY = Duration.ofDays(92);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Duration A_MOMENT = Duration.ofMillis(5);

  /** Each of the queries: of the settings, then of one range after the other. */
  private static final int ANSWER_MILLIS = 400;

  /** So that a kill comes while the next answer is on its way, or is posted. */
  private static final int LATEST_MILLIS = ANSWER_MILLIS * 3 / 2;

  private static final List<MeteredKey> keys = new ArrayList<>();
  private static Postgres postgres;
  private static Standalone standalone;
  private static SimulatorControl control;
  private static Agreement agreement;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        Postgres.start(Installation.workFolder("killed").resolve("database"), Map.of(), Map.of());
    Map<String, String> settings = new HashMap<>();
    settings.put("TURNPIKE_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/turnpike");
    settings.put("TURNPIKE_DB_USER", Postgres.APPLICATION);
    settings.put("TURNPIKE_DB_PASSWORD", Postgres.PASSWORD);
    settings.put("TURNPIKE_DB_OWNER_USER", Postgres.OWNER);
    settings.put("TURNPIKE_DB_OWNER_PASSWORD", Postgres.PASSWORD);
    settings.put("TURNPIKE_COLLECT_INTERVAL", "PT3S");
    settings.put("TURNPIKE_COLLECT_RESETTLE", "PT20S");
    standalone = Standalone.apart(settings);
    URI cloudflare = URI.create(standalone.world().cloudflare().apiUrl()).resolve("/");
    control = new SimulatorControl(cloudflare);
    agreement = new Agreement(postgres.as(Postgres.OWNER), control);
    // What it shows stands still, so that it can be compared.
    control.post("/control/clock", Map.of("frozen", true));
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    standalone.kill();
    postgres.close();
  }

  @Test
  void what_a_killed_product_left_is_sound_and_each_next_start_makes_it_true() throws Exception {
    int untouched = 0;
    int halfWay = 0;
    for (int seed = 1; seed <= KILLS; seed++) {
      MeteredKey key = added("Killed " + seed);
      int queries = queries();
      killWhileReading(key, seed % STAGES, new SplittableRandom(seed));

      agreement.assertSound(keys, Instant.now());
      Kept kept = agreement.kept(key);
      LOG.log(
          Level.INFO,
          "Killed, seed {0}: after {1} queries for all keys, read through {2}, {3} windows, {4}",
          seed,
          queries() - queries,
          kept.through(),
          kept.lines().size(),
          kept.total());
      control.delete("/control/faults");
      postgres.endLeases();
      standalone.startUntil("/api/health/ready");
      awaitTruth();
      int lacking = agreement.kept(key).lines().size() - kept.lines().size();
      untouched += kept.lines().isEmpty() ? 1 : 0;
      halfWay += !kept.lines().isEmpty() && lacking > 0 ? 1 : 0;
    }
    assertThat(untouched).as("killed before the first line").isPositive();
    assertThat(halfWay).as("killed between the first line and the last").isGreaterThan(1);
    Instant later = Instant.now().plus(Duration.ofHours(3));
    control.post("/control/clock", Map.of("instant", later.toString()));
    awaitTruth();
    logTotals();
  }

  private static void logTotals() {
    for (MeteredKey key : keys) {
      Kept kept = agreement.kept(key);
      LOG.log(
          Level.INFO,
          "In the end: {0} windows, {1} corrections, {2} by the ledger, {3} by Cloudflare",
          kept.lines().size(),
          kept.corrections().size(),
          kept.total(),
          total(agreement.truth(key).settled().headMap(kept.through()).values()));
    }
  }

  private static RelayedVolume total(Collection<RelayedVolume> volumes) {
    return volumes.stream().reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  /** So many of its ranges are posted, and a moment has passed. */
  private static void killWhileReading(MeteredKey key, int posted, SplittableRandom random)
      throws InterruptedException {
    int before = queries();
    Instant through = key.since().plus(RANGE.multipliedBy(posted));
    await()
        .atMost(PATIENCE)
        .pollInterval(A_MOMENT)
        .until(() -> posted == 0 ? queries() > before : isRead(key, through));
    Duration moment = Duration.ofMillis(1 + random.nextInt(LATEST_MILLIS));
    await().pollDelay(moment).until(() -> true);
    standalone.kill();
  }

  private static boolean isRead(MeteredKey key, Instant through) {
    Instant kept = agreement.kept(key).through();
    return kept != null && !kept.isBefore(through);
  }

  private static MeteredKey added(String name) {
    Instant since = UsageWindow.floor(Instant.now().minus(HISTORY));
    TestTenant tenant = TestTenant.added(standalone.world(), name);
    standalone
        .world()
        .cloudflare()
        .breaks(
            "latency",
            Map.of(
                "target", "graphql", "accountId", tenant.account().tag(), "millis", ANSWER_MILLIS));
    TestTenant.TurnKey turnKey = tenant.adoptKey("production", MONTHLY_GIGABYTES);
    MeteredKey key =
        new MeteredKey(
            new TurnKeyId(UUID.fromString(turnKey.id())),
            new TenantId(UUID.fromString(tenant.id())),
            turnKey.uid(),
            since);
    keys.add(key);
    return key;
  }

  private static int queries() {
    return control.get("/control/calls").at("/calls/graphql").asInt();
  }

  /** Until all is read that can be. */
  private static void awaitTruth() {
    Instant since = Instant.now();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              for (MeteredKey key : keys) {
                Instant through = agreement.kept(key).through();
                assertThat(through).isAfter(since.minus(Duration.ofMinutes(18)));
              }
              agreement.assertHolds(keys, Truth::settled, Instant.now());
            });
  }
}
