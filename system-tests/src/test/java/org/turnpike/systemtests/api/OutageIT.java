package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.World;

/**
 * Cloudflare breaks in every way at once, in each way for one tenant, while meetings go on: whoever
 * reuse or the reserve can serve is served, in time, and nobody else notices.
 */
class OutageIT {
  private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("outage.seconds"));
  private static final Duration IN_TIME = Duration.ofSeconds(1);

  /** For so long Cloudflare alone is waited for. */
  private static final Duration FOR_CLOUDFLARE = Duration.ofMillis(500);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static World world;
  private static List<Meetings> broken;
  private static Meetings healthy;

  @BeforeAll
  static void meetings_go_on() {
    world = World.running();
    broken =
        List.of(
            Meetings.of(world, "hang", Map.of()),
            Meetings.of(world, "trickle", Map.of()),
            Meetings.of(world, "truncated", Map.of()),
            Meetings.of(world, "5xx", Map.of("status", 500)),
            Meetings.of(world, "5xx", Map.of("status", 503, "retryAfter", "5")),
            Meetings.of(world, "429", Map.of("retryAfter", "5")),
            Meetings.of(world, "429", Map.of("retryAfter", inAMoment())),
            Meetings.of(world, "rubbish", Map.of("variant", "truncatedJson")),
            Meetings.of(world, "rubbish", Map.of("variant", "huge")),
            Meetings.of(world, "rubbish", Map.of("variant", "wrongTypes")),
            Meetings.of(world, "rubbish", Map.of("variant", "noCredential")),
            Meetings.of(world, "rubbish", Map.of("variant", "html")));
    healthy = Meetings.of(world, "nothing", Map.of());
    all().forEach(Meetings::begin);
    await("reserves as large as the number of newcomers")
        .atMost(PATIENCE)
        .until(() -> all().stream().allMatch(Meetings::haveReserve));
  }

  @AfterAll
  static void heal() {
    world.cloudflare().heal();
  }

  @Test
  void whoever_can_be_served_is_served_in_time_and_minting_resumes_by_itself() throws Exception {
    Map<String, Long> before = issuedBySource();
    broken.forEach(Meetings::breakCloudflare);

    List<Served> served = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<List<Served>>> running =
          all().stream().map(each -> threads.submit(() -> each.goOn(LENGTH))).toList();
      for (Future<List<Served>> each : running) {
        served.addAll(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(served).filteredOn(each -> each.status() != 201).isEmpty();
    assertThat(served).filteredOn(each -> isLate(each, served)).isEmpty();
    assertThat(served)
        .filteredOn(each -> !each.newcomer() && !(each.from("reused") && each.within(IN_TIME)))
        .isEmpty();
    assertThat(served)
        .filteredOn(each -> isHealthy(each) && each.newcomer() && !each.from("minted"))
        .as("got one of the reserve although Cloudflare was not slow")
        .allMatch(each -> each.from("reserve") && !each.within(FOR_CLOUDFLARE));
    for (Meetings each : broken) {
      assertThat(sources(served, each, true)).as(each.name()).containsOnlyKeys("reserve");
    }
    assertThat(difference(before, issuedBySource()))
        .as("what the metrics count is what was handed out")
        .isEqualTo(
            served.stream().collect(Collectors.groupingBy(Served::source, Collectors.counting())));

    world.cloudflare().heal();
    for (Meetings each : broken) {
      await("minting of " + each.name()).atMost(PATIENCE).until(each::mint);
    }
  }

  /**
   * These machines are shared. What the healthy tenant's known get lies in memory: what they wait
   * for it in the same moments, the machine takes from everybody.
   */
  private static boolean isLate(Served one, List<Served> served) {
    if (one.within(IN_TIME)) {
      return false;
    }
    Duration machine =
        served.stream()
            .filter(each -> isHealthy(each) && !each.newcomer() && each.meanwhile(one))
            .map(Served::took)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return !one.within(IN_TIME.plus(machine));
  }

  private static boolean isHealthy(Served one) {
    return one.meetings().equals(healthy.name());
  }

  private static List<Meetings> all() {
    List<Meetings> all = new ArrayList<>(broken);
    all.add(healthy);
    return all;
  }

  private static String inAMoment() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.now().plus(Duration.ofSeconds(50)).atOffset(ZoneOffset.UTC));
  }

  private static Map<String, Long> sources(
      List<Served> served, Meetings meetings, boolean newcomers) {
    return served.stream()
        .filter(each -> each.meetings().equals(meetings.name()) && each.newcomer() == newcomers)
        .collect(Collectors.groupingBy(Served::source, Collectors.counting()));
  }

  private static Map<String, Long> issuedBySource() throws IOException, InterruptedException {
    return Metrics.byLabel(world, "turnpike_credentials_issued_total", "source");
  }

  private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .filter(entry -> entry.getValue() > before.getOrDefault(entry.getKey(), 0L))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L)));
  }
}
