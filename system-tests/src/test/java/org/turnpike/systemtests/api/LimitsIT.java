package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** How often an API key may ask for credentials. */
class LimitsIT {
  private static final int CALLERS = 64;
  private static final int CALLS_A_SECOND = 10;
  private static final int BURST = 50;
  private static final Duration LOAD = Duration.ofSeconds(5);

  /** A change is felt within a second; the rest is the call itself. */
  private static final Duration FELT = Duration.ofSeconds(2);

  private static World world;
  private static TestTenant noisy;
  private static TestTenant quiet;

  @BeforeAll
  static void tenants() {
    world = World.running();
    noisy = TestTenant.added(world, "Noisy");
    noisy.createKey("production");
    quiet = TestTenant.added(world, "Quiet");
    quiet.createKey("production");
    Api warmingUp = quiet.api("credentials");
    await("minting to be warm").until(() -> ask(warmingUp).status() == 201);
  }

  @Test
  void for_64_callers_at_once_it_is_exact_and_slows_no_other_tenant() throws Exception {
    JsonNode key = noisy.issueKey(Map.of("callsPerMinute", 60 * CALLS_A_SECOND, "burst", BURST));
    Api limited = world.api().with(key.get("key").asText());
    Api other = quiet.api("credentials");
    ask(other).expect(201);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1);
    long start = System.nanoTime();
    List<Future<Load>> loads =
        callers.invokeAll(
            Stream.concat(Stream.of(other), Stream.generate(() -> limited).limit(CALLERS))
                .map(api -> (Callable<Load>) () -> Load.of(api, start))
                .toList());
    callers.shutdown();
    Load undisturbed = loads.get(0).get();
    Load disturbing = Load.NONE;
    for (Future<Load> load : loads.subList(1, loads.size())) {
      disturbing = disturbing.and(load.get());
    }

    assertThat(disturbing.refused()).isPositive();
    assertThat(disturbing.answered())
        .isBetween(
            allowed(disturbing.lastAsked() - disturbing.firstAnswered()) - 1,
            allowed(disturbing.lastAnswered()));
    assertThat(undisturbed.refused()).isZero();
    assertThat(undisturbed.answered()).isGreaterThan(CALLS_A_SECOND);
    assertThat(Duration.ofNanos(undisturbed.longest())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void the_refusal_tells_the_limit_and_when_to_come_again() {
    Api limited = limited(Map.of("callsPerMinute", 2, "burst", 1));
    ask(limited).expect(201);

    Answer refusal = ask(limited);

    JsonNode problem = Problems.assertProblem(refusal, 429);
    assertThat(problem.get("type").asText()).isEqualTo("urn:turnpike:problem:too-many-requests");
    assertThat(problem.get("detail").asText()).contains("2 calls a minute, 1 at once");
    assertThat(Integer.parseInt(refusal.header("Retry-After").orElse("0"))).isBetween(20, 30);
  }

  @Test
  void a_change_is_felt_within_a_second_while_the_key_stays() {
    JsonNode key = noisy.issueKey(Map.of("callsPerMinute", 1, "burst", 1));
    String path = "/tenants/" + noisy.id() + "/api-keys/" + key.get("id").asText();
    Api limited = world.api().with(key.get("key").asText());
    ask(limited).expect(201);
    ask(limited).expect(429);

    JsonNode freed = world.api().patch(path, Map.of("callsPerMinute", "")).expect(200);

    assertThat(freed.get("callsPerMinute").isNull()).isTrue();
    assertThat(freed.get("burst").isNull()).isTrue();
    await().atMost(FELT).untilAsserted(() -> ask(limited).expect(201));
    ask(limited).expect(201);
    world.api().patch(path, Map.of("callsPerMinute", 1)).expect(200);
    await().atMost(FELT).untilAsserted(() -> ask(limited).expect(429));
  }

  @Test
  void a_change_is_shown_and_told_with_what_was_before() {
    String id = noisy.issueKey(Map.of("callsPerMinute", 600)).get("id").asText();
    String keys = "/tenants/" + noisy.id() + "/api-keys";

    world.api().patch(keys + "/" + id, Map.of("callsPerMinute", 1_200, "burst", 7)).expect(200);

    JsonNode shown =
        world.api().items(keys).stream()
            .filter(key -> key.get("id").asText().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(shown.get("callsPerMinute").asInt()).isEqualTo(1_200);
    assertThat(shown.get("burst").asInt()).isEqualTo(7);
    assertThat(world.api().get("/audit?q=600%20-%3E%201200").expect(200).get("items"))
        .extracting(entry -> entry.get("detail").asText())
        .contains("calls per minute 600 -> 1200, burst none -> 7");
  }

  @Test
  void a_limit_that_is_none_is_refused() {
    String id = noisy.issueKey(Map.of("callsPerMinute", 600)).get("id").asText();
    String key = "/tenants/" + noisy.id() + "/api-keys/" + id;

    Problems.assertInvalid(world.api().patch(key, Map.of("callsPerMinute", 0)), "callsPerMinute");
    Problems.assertInvalid(
        world.api().patch(key, Map.of("callsPerMinute", "many")), "callsPerMinute");
    Problems.assertInvalid(world.api().patch(key, Map.of("burst", 1_000_001)), "burst");
    Problems.assertInvalid(
        world.api().patch(key, Map.of("callsPerMinute", "", "burst", 5)), "burst");
  }

  private static int allowed(long nanoseconds) {
    return BURST + (int) (nanoseconds * CALLS_A_SECOND / 1_000_000_000L);
  }

  private static Api limited(Map<String, Object> limits) {
    return world.api().with(noisy.issueKey(limits).get("key").asText());
  }

  private static Answer ask(Api api) {
    return api.post("/ice-servers", Map.of("customIdentifier", "crowd"));
  }

  /** What callers met with; times are nanoseconds since the start. */
  private record Load(
      int answered,
      int refused,
      long firstAnswered,
      long lastAsked,
      long lastAnswered,
      long longest) {
    static final Load NONE = new Load(0, 0, Long.MAX_VALUE, 0, 0, 0);

    /** Of one caller that asks again as soon as it is answered. */
    static Load of(Api api, long start) {
      Load load = NONE;
      while (load.lastAnswered < LOAD.toNanos()) {
        long asked = System.nanoTime() - start;
        int status = ask(api).status();
        long answered = System.nanoTime() - start;
        assertThat(status).isIn(201, 429);
        int accepted = status == 201 ? 1 : 0;
        load =
            load.and(new Load(accepted, 1 - accepted, answered, asked, answered, answered - asked));
      }
      return load;
    }

    Load and(Load other) {
      return new Load(
          answered + other.answered,
          refused + other.refused,
          Math.min(firstAnswered, other.firstAnswered),
          Math.max(lastAsked, other.lastAsked),
          Math.max(lastAnswered, other.lastAnswered),
          Math.max(longest, other.longest));
    }
  }
}
