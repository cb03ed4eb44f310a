package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.turnpike.systemtests.world.OwnPostgres;

/** Issuing, beside what people use today and what the platform could do at best. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuingBenchmark {
  private static final int KNOWN_IDENTIFIERS = Integer.getInteger("benchmark.known", 10_000);
  private static final int CONNECTIONS = 64;
  private static final int CROWD = 1_000;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 5));
  private static final String PER_SECOND = "%,.0f";
  private static final String MILLIS = "%,.3f";

  private static final Report REPORT = new Report();
  private static Competition sides;
  private static Rounds rounds;
  private static Wrk wrk;

  @BeforeAll
  static void start() throws Exception {
    sides = Competition.started();
    wrk = new Wrk(sides.apiKey(), KNOWN_IDENTIFIERS, TIME);
    Callers callers = new Callers(sides.apiKey(), CONNECTIONS);
    sides.ofKnownIdentifiers().forEach(new Introduction(KNOWN_IDENTIFIERS, callers)::to);
    sides.slowUpstream();
    rounds =
        new Rounds(
            Integer.getInteger("benchmark.rounds", 5),
            Integer.getInteger("benchmark.others", 10) / 100.0,
            OwnPostgres.of(sides.standalone().home()).process());
  }

  @AfterAll
  static void report() throws IOException {
    if (rounds != null) {
      REPORT.leave(rounds.told());
    }
  }

  @Test
  @Order(1)
  void a_crowd_that_asks_at_once_for_one_new_identifier_costs_one_upstream_call() {
    assertMet(List.of(new Crowd(CROWD).ask(sides)));
  }

  @Test
  @Order(2)
  void known_identifiers_from_many_at_once() throws Exception {
    assertMet(
        compare(
                "known identifiers, 64 connections: answers/s",
                PER_SECOND,
                rounds.play(sides.ofKnownIdentifiers(), wrk.throughput(CONNECTIONS)))
            .require(sides.expressPerRequest(), Bound.atLeast(25))
            .require(sides.expressCached(), Bound.atLeast(3))
            .require(sides.nodeCached(), Bound.atLeast(0.8))
            .require(sides.netty(), Bound.atLeast(0.2))
            .rows());
  }

  @Test
  @Order(3)
  void known_identifiers_one_at_a_time() throws Exception {
    assertMet(
        compare(
                "known identifiers, 1 connection: median ms",
                MILLIS,
                rounds.play(sides.ofKnownIdentifiers(), wrk.medianLatency()))
            .require(sides.expressPerRequest(), Bound.atMost(1 / 300.0))
            .rows());
  }

  @Test
  @Order(4)
  void new_identifiers_at_half_the_rate_that_saturates() throws Exception {
    Map<Side, Samples> most =
        rounds.play(sides.ofNewIdentifiers(), wrk.throughputOfNewcomers(CONNECTIONS));
    REPORT.add(compare("new identifiers, 64 connections: answers/s", PER_SECOND, most).rows());
    double half = most.values().stream().mapToDouble(Samples::median).min().orElseThrow() / 2;

    H2load anonymous = new H2load(sides.apiKey(), CONNECTIONS, TIME);
    SteadyLoad newcomers = new SteadyLoad(new Callers(sides.apiKey(), Integer.MAX_VALUE), TIME);
    List<Row> rows = new ArrayList<>();
    rows.addAll(tail("no identifier, %.0f/s by h2load: p99 ms", half, anonymous::tailLatency));
    rows.addAll(tail("new identifiers, %.0f/s: p99 ms", half, newcomers::tailLatency));
    assertMet(rows);
  }

  private static List<Row> tail(String what, double rate, DoubleFunction<Load> load)
      throws Exception {
    return compare(
            what.formatted(rate), MILLIS, rounds.play(sides.ofNewIdentifiers(), load.apply(rate)))
        .require(sides.mintingServlet(), Bound.atMost(1.25))
        .rows();
  }

  private static Comparison compare(String what, String format, Map<Side, Samples> taken) {
    return new Comparison(what, format, sides.turnpike(), taken);
  }

  private static void assertMet(List<Row> rows) {
    assertThat(REPORT.add(rows)).as("Requirements that are not met").isEmpty();
  }
}
