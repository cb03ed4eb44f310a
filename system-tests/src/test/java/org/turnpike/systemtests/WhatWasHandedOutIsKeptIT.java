package org.turnpike.systemtests;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;

/**
 * The standalone on a database of the operator's own, named by environment variables: either is cut
 * off in the middle of work and comes back.
 */
class WhatWasHandedOutIsKeptIT {
  private static final Logger LOG = System.getLogger(WhatWasHandedOutIsKeptIT.class.getName());
  private static final int KNOWN = 20;
  private static final int CALLERS = 4;
  private static final Duration WITHOUT_DATABASE = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration IN_TIME = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** In a hundred: these machines are shared. */
  private static final int LATE = 1;

  private static final List<Asked> handedOut = new ArrayList<>();
  private static TestDatabase database;
  private static Standalone standalone;
  private static TestTenant tenant;
  private static TestTenant.TurnKey turnKey;
  private static Api backend;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.start(Installation.workFolder("given").resolve("database"));
    standalone = Standalone.apart(settings());
    tenant = TestTenant.added(standalone.world(), "Given");
    turnKey = tenant.createKey("production");
    backend = tenant.api("credentials");
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(database.ownerSettings());
    settings.put("TURNPIKE_DB_URL", "jdbc:postgresql://127.0.0.1:" + database.port() + "/turnpike");
    settings.put("TURNPIKE_DB_USER", TestDatabase.APPLICATION);
    settings.put("TURNPIKE_DB_PASSWORD", TestDatabase.PASSWORD);
    // Longer than the database may take to say no: a deadline hides no answer that was late.
    settings.put("TURNPIKE_UPSTREAM_TIMEOUT", "PT5S");
    return settings;
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    standalone.kill();
    database.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2})
  void after_a_kill_it_has_its_grant_and_is_its_holder_s_own(int seed) throws Exception {
    kill(seed);
  }

  @Tag("slow")
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {3, 4, 5})
  void after_further_kills_too(int seed) throws Exception {
    kill(seed);
  }

  private static void kill(int seed) throws Exception {
    askUntilServed("known 0");
    List<Asked> asked = killedWhileAsking(seed);
    standalone.startUntil("/api/health/ready");

    List<Asked> got = asked.stream().filter(Asked::got).toList();
    handedOut.addAll(got);
    askUntilServed("warm after " + seed);
    List<JsonNode> grants = backend.items("/credentials");
    LOG.log(
        Level.INFO,
        "Kill {0}: {1} answers with a credential, {2} without one; {3} grants",
        seed,
        got.size(),
        asked.size() - got.size(),
        grants.size());
    assertThat(grants.stream().map(grant -> named(grant, "grantId", "username")).toList())
        .containsAll(handedOut.stream().map(each -> named(each)).toList());
    assertThat(minted()).containsAll(handedOut.stream().map(Asked::username).toList());
    assertThat(got).isNotEmpty();
    assertThat(asked).allMatch(each -> List.of(201, 503, 0).contains(each.status()));
    Set<String> own =
        grants.stream().map(grant -> named(grant, "customIdentifier", "grantId")).collect(toSet());
    for (String identifier : got.stream().map(Asked::identifier).collect(toSet())) {
      Asked again = Asking.ask(backend, identifier);
      assertThat(again.got()).as("%s", again).isTrue();
      assertThat(again.source()).as("%s", again).isEqualTo("reused");
      assertThat(own).as("%s", again).contains(identifier + " " + again.grant());
    }
  }

  /** The first calls after a start may be too slow. */
  private static void askUntilServed(String identifier) {
    await().atMost(PATIENCE).until(() -> Asking.ask(backend, identifier).got());
  }

  private static List<Asked> killedWhileAsking(int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    int answers = CALLERS + random.nextInt(200);
    long moment = random.nextInt(50_000_000);
    try (Asking asking = new Asking(backend)) {
      for (int caller = 0; caller < CALLERS; caller++) {
        String newcomer = "newcomer " + seed + " " + caller + " ";
        asking.start(AT_ONCE, i -> i % 2 == 0 ? "known " + i / 2 % KNOWN : newcomer + i);
      }
      await().atMost(PATIENCE).pollInterval(AT_ONCE).until(() -> asking.count() >= answers);
      long at = System.nanoTime() + moment;
      while (System.nanoTime() < at) {
        Thread.onSpinWait();
      }
      standalone.kill();
      return asking.stop();
    }
  }

  private static String named(JsonNode grant, String one, String other) {
    return grant.get(one).asText() + " " + grant.get(other).asText();
  }

  private static String named(Asked asked) {
    return asked.grant() + " " + asked.username();
  }

  /** Usernames that work at Cloudflare. */
  private static List<String> minted() {
    return Stream.of(
            standalone.world().cloudflare().minted(turnKey.uid()),
            standalone.world().cloudflare().mintedAhead(turnKey.uid()))
        .flatMap(List::stream)
        .filter(each -> !each.hasNonNull("revokedAt"))
        .map(each -> each.get("username").asText())
        .toList();
  }

  @Test
  void without_postgresql_the_known_are_served_and_what_was_not_written_is_written_afterwards()
      throws Exception {
    for (int i = 0; i < KNOWN; i++) {
      askUntilServed("known " + i);
    }
    JsonNode rare = tenant.issueKey("credentials");
    Api rareBackend = backend.with(rare.get("key").asText());
    assertThat(Asking.ask(rareBackend, "rare").got()).isTrue();
    try (Asking known = new Asking(backend);
        Asking newcomers = new Asking(backend)) {
      known.start(Duration.ofMillis(5), i -> "known " + i % KNOWN);
      known.start(Duration.ofMillis(5), i -> "known " + (i + KNOWN / 2) % KNOWN);
      newcomers.start(Duration.ofMillis(50), i -> "without database " + i);
      await().atMost(PATIENCE).until(() -> newcomers.count() >= KNOWN);

      database.stop();
      Instant stopped = Instant.now();
      Asked rarely = Asking.ask(rareBackend, "rare");
      await()
          .atMost(WITHOUT_DATABASE.plus(PATIENCE))
          .pollInterval(Duration.ofSeconds(1))
          .during(WITHOUT_DATABASE)
          .until(() -> ready().contains("\"database\":\"degraded\""));
      Instant starting = Instant.now();
      database.startAgain();
      Instant back = Instant.now();
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  newcomers.soFar().stream()
                      .anyMatch(each -> each.got() && each.at().isAfter(back)));
      int soon = newcomers.count() + KNOWN;
      await().atMost(PATIENCE).until(() -> newcomers.count() >= soon);

      List<Asked> served = known.stop();
      List<Asked> came = newcomers.stop();
      List<Asked> turnedAway =
          came.stream().filter(each -> each.within(stopped, starting)).toList();
      Instant works =
          came.stream()
              .filter(each -> each.got() && each.at().isAfter(back))
              .map(Asked::at)
              .min(Comparator.naturalOrder())
              .orElseThrow();
      LOG.log(
          Level.INFO,
          "Without PostgreSQL for {0}: {1} answers to the known, {2}; {3} newcomers turned away, {4};"
              + " minted again {5} after its start",
          Duration.between(stopped, starting),
          served.stream().filter(each -> each.within(stopped, starting)).count(),
          times(served),
          turnedAway.size(),
          times(turnedAway),
          Duration.between(back, works));

      assertThat(served).allMatch(each -> each.got() && each.source().equals("reused"));
      assertThat(turnedAway).allMatch(each -> each.status() == 503 && each.retryAfter() > 0);
      assertInTime(served);
      assertInTime(turnedAway);
      assertThat(came).allMatch(each -> each.got() || each.status() == 503);
      assertThat(came).filteredOn(each -> !each.at().isBefore(works)).allMatch(Asked::got);
      assertThat(minted())
          .containsAll(came.stream().filter(Asked::got).map(Asked::username).toList());
      assertThat(
              backend.items("/credentials").stream()
                  .map(grant -> named(grant, "grantId", "username")))
          .containsAll(came.stream().filter(Asked::got).map(each -> named(each)).toList());
      assertThat(rarely.source()).isEqualTo("reused");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(lastUse(rare.get("id").asText()))
                      .isNotNull()
                      .isBetween(rarely.at(), rarely.at().plus(rarely.took())));
      assertThat(ready()).contains("\"database\":\"ok\"");
    }
  }

  private static String ready() throws IOException, InterruptedException {
    return Web.get(standalone.world().uri("/health/ready")).body();
  }

  /** Null while no use is written down. */
  private static Instant lastUse(String apiKey) {
    JsonNode found =
        standalone.world().api().items("/tenants/" + tenant.id() + "/api-keys").stream()
            .filter(key -> key.get("id").asText().equals(apiKey))
            .findFirst()
            .orElseThrow();
    return found.hasNonNull("lastUsedAt") ? Instant.parse(found.get("lastUsedAt").asText()) : null;
  }

  private static void assertInTime(List<Asked> asked) {
    assertThat(asked).isNotEmpty();
    assertThat(asked.stream().filter(each -> each.took().compareTo(IN_TIME) > 0).toList())
        .hasSizeLessThanOrEqualTo(asked.size() * LATE / 100);
  }

  private static String times(List<Asked> asked) {
    List<Duration> sorted = asked.stream().map(Asked::took).sorted().toList();
    return "median %s, 99 %% %s, longest %s"
        .formatted(
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 99 / 100),
            sorted.get(sorted.size() - 1));
  }
}
