package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.OwnPostgres;

/** Issuing by a product that has issued for 90 days, beside one that has just been installed. */
class GrantsBenchmark {
  private static final int GRANTS = Integer.getInteger("benchmark.grants", 1_000_000);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("benchmark.seconds", 5));
  private static final int CONNECTIONS = 64;
  private static final Bound AS_QUICK = Bound.atMost(1.2);
  private static final Bound AS_MANY = Bound.atLeast(1 / 1.2);

  private final Report report = new Report();

  @Test
  void a_million_grants_do_not_slow_issuing() throws Exception {
    Product full = Product.started("Turnpike, %,d grants".formatted(GRANTS));
    Product empty = Product.started("Turnpike, just installed");
    OwnPostgres postgres = OwnPostgres.of(full.standalone().home());
    seed(postgres, full.tenant().slug());
    Rounds rounds =
        new Rounds(
            Integer.getInteger("benchmark.rounds", 5),
            Integer.getInteger("benchmark.others", 10) / 100.0,
            postgres.process(),
            OwnPostgres.of(empty.standalone().home()).process());
    List<Side> sides = List.of(full.side(), empty.side());

    Map<Side, Samples> one = rounds.play(sides, oneAtATime(full, empty));
    Map<Side, Samples> many = rounds.play(sides, manyAtOnce(full, empty));

    report.add(
        new Comparison("new identifiers, 1 connection: median ms", "%,.3f", full.side(), one)
            .require(empty.side(), AS_QUICK)
            .rows());
    report.add(
        new Comparison("new identifiers, 64 connections: answers/s", "%,.0f", full.side(), many)
            .require(empty.side(), AS_MANY)
            .rows());
    report.leave(rounds.told());
    assertThat(report.notMet()).as("Requirements that are not met").isEmpty();
  }

  private static Load oneAtATime(Product full, Product empty) {
    Load ofFull = wrk(full).medianLatencyOfNewcomers();
    Load ofEmpty = wrk(empty).medianLatencyOfNewcomers();
    return side -> (side.equals(full.side()) ? ofFull : ofEmpty).on(side);
  }

  private static Load manyAtOnce(Product full, Product empty) {
    Load ofFull = wrk(full).throughputOfNewcomers(CONNECTIONS);
    Load ofEmpty = wrk(empty).throughputOfNewcomers(CONNECTIONS);
    return side -> (side.equals(full.side()) ? ofFull : ofEmpty).on(side);
  }

  private static Wrk wrk(Product product) {
    return new Wrk(product.apiKey(), 0, TIME);
  }

  private static void seed(OwnPostgres postgres, String tenant) throws IOException, SQLException {
    String sql = Files.readString(Installation.competitors().resolve("grants.sql"));
    try (Connection connection = postgres.connect("turnpike");
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(tenant, GRANTS));
    }
  }
}
