package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How quickly readings come into the ledger, and reports out of it; row-level security is on. */
class LedgerBenchmark {
  private static final double OTHERS = Integer.getInteger("benchmark.others", 10) / 100.0;
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

  private static LedgerDatabase database;

  private final Report report = new Report();

  @BeforeAll
  static void start() throws Exception {
    database = new LedgerDatabase();
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void readings_come_in_by_the_hundred_thousand() throws Exception {
    List<Side> sides =
        List.of(Ingest.COPY, Ingest.APPEND, Ingest.WHOLE, Ingest.REPLAY, Ingest.ALL, Ingest.LINES);
    Rounds rounds = new Rounds(ROUNDS, OTHERS, database.process());
    Map<Side, Samples> taken = rounds.play(sides, new Ingest(database));
    report.add(compare("append: rows/s", Ingest.APPEND, taken, Ingest.COPY, Bound.atLeast(0.4)));
    report.add(
        new Comparison(
                "readings to lines, sums and chain: rows/s",
                "%,.0f",
                Ingest.WHOLE,
                only(taken, Ingest.WHOLE, Ingest.ALL, Ingest.LINES))
            .require(Ingest.ALL, Bound.atLeast(25))
            .rows());
    report.add(
        compare(
            "readings that are there already: rows/s",
            Ingest.REPLAY,
            taken,
            Ingest.WHOLE,
            Bound.atLeast(1.5)));
    report.leave(rounds.told());
    assertThat(report.notMet()).as("Requirements that are not met").isEmpty();
  }

  @Test
  void reports_take_as_long_over_many_readings_as_over_few() throws Exception {
    Reports reports = new Reports(database);
    Rounds rounds = new Rounds(ROUNDS, OTHERS, database.process());
    Map<Side, Samples> everybody = new LinkedHashMap<>();
    Map<Side, Samples> one = new LinkedHashMap<>();
    for (int months : Reports.MONTHS) {
      reports.fill(months);
      Side size = Reports.sideOf(months);
      everybody.putAll(rounds.play(List.of(size), reports.ofEverybody()));
      one.putAll(rounds.play(List.of(size), reports.ofOne()));
      if (months == Reports.COMPARED_AT) {
        List<Side> sides = List.of(Reports.SUMS, Reports.PARTITION, Reports.PARTITION_BY_INDEX);
        compareWithPartition(
            "a month of all tenants: ms",
            rounds.play(sides, reports.ofEverybody()),
            Bound.atMost(1 / 15.0));
        compareWithPartition(
            "a month of one tenant: ms",
            rounds.play(sides, reports.ofOne()),
            Bound.atMost(1 / 60.0));
      }
    }
    Side most = Reports.sideOf(Reports.MONTHS.get(Reports.MONTHS.size() - 1));
    Side least = Reports.sideOf(Reports.MONTHS.get(0));
    report.add(
        new Comparison("a month of all tenants, by readings kept: ms", "%,.2f", most, everybody)
            .require(least, Bound.atMost(1.3))
            .rows());
    report.add(
        new Comparison("a month of one tenant, by readings kept: ms", "%,.3f", most, one)
            .require(least, Bound.atMost(1.3))
            .rows());
    report.leave(rounds.told());
    assertThat(report.notMet()).as("Requirements that are not met").isEmpty();
  }

  private void compareWithPartition(String what, Map<Side, Samples> taken, Bound bound) {
    report.add(
        new Comparison(what, "%,.3f", Reports.SUMS, taken)
            .require(Reports.PARTITION, bound)
            .rows());
  }

  private static List<Row> compare(
      String what, Side turnpike, Map<Side, Samples> taken, Side other, Bound bound) {
    return new Comparison(what, "%,.0f", turnpike, only(taken, turnpike, other))
        .require(other, bound)
        .rows();
  }

  private static Map<Side, Samples> only(Map<Side, Samples> taken, Side... sides) {
    Map<Side, Samples> some = new LinkedHashMap<>();
    List.of(sides).forEach(side -> some.put(side, taken.get(side)));
    return some;
  }
}
