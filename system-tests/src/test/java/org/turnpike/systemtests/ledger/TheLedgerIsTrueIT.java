package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Setting;
import org.turnpike.tenant.CloudflareAccount;

/** Whatever happens at Cloudflare, the ledger comes to what is true there, to the byte. */
class TheLedgerIsTrueIT {
  private static final Instant THREE_DAYS_AGO = Bare.START.minus(Duration.ofDays(3));
  private static final Duration HOUR = Duration.ofHours(1);

  private Bare bare;

  @AfterEach
  void stop() {
    bare.close();
  }

  @Test
  void windows_that_are_read_again_and_again_count_once() {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    List<String> overlaps = List.of("PT24H", "PT2H45M", "PT7H10M");
    for (int round = 0; round < 9; round++) {
      bare.collector(Map.of(Setting.COLLECT_OVERLAP, overlaps.get(round % 3))).collect();
      bare.assertTrue();
      bare.assertAllRead();
      bare.pass(Duration.ofMinutes(15)); // a new window: the key is due
    }
    assertThat(bare.kept(key).corrections()).isNotEmpty();
    bare.assertTrueInTheEnd();
  }

  /** Less, and more, than what each round looks back. */
  @ParameterizedTest
  @ValueSource(ints = {300, 1_560})
  void rows_that_show_late_are_found_when_they_show(int minutes) {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    long before = bare.kept(key).total().egress().bytes();
    bare.cloud().breaks("late", Map.of("keyId", key.uid(), "minutes", minutes));
    for (int round = 0; round < 3; round++) {
      bare.pass(HOUR);
      bare.collect();
    }
    bare.assertShown();
    assertThat(bare.kept(key).total().egress().bytes()).isLessThan(before);

    bare.cloud().heal();

    bare.assertTrueInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {110, 300, 85, 0})
  void what_is_restated_is_corrected_and_corrected_back(int percent) {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    Instant of = bare.now().minus(Duration.ofHours(20));
    Instant to = bare.now().minus(Duration.ofHours(8));
    bare.cloud().restates(key.uid(), of, to, percent);
    bare.cloud().restates(key.uid(), THREE_DAYS_AGO, THREE_DAYS_AGO.plus(HOUR), percent);
    collectEachHour(2);
    bare.assertTrue();
    assertThat(bare.kept(key).lines().subMap(of.plusSeconds(900), to.minusSeconds(900)).values())
        .isNotEmpty()
        .allSatisfy(
            lines ->
                assertThat(lines.get(1).change().egress().bytes() > 0).isEqualTo(percent > 100));

    bare.cloud().heal();

    collectEachHour(2);
    bare.assertTrue();
    bare.assertTrueInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(ints = {24, 48, 96})
  void an_answer_that_may_have_been_cut_is_not_taken_for_all(int pageSize) {
    bare = Bare.unbroken(Rules.pageSize(pageSize));
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    bare.assertTrue();
    bare.assertAllRead();
    assertThat(bare.kept(key).lines()).hasSizeGreaterThan(pageSize);
    bare.assertTrueInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"graphqlErrors", "429", "5xx", "truncated", "rubbish"})
  void an_answer_that_fails_in_the_middle_of_a_round_loses_nothing(String kind) {
    bare = Bare.unbroken(Rules.limits(Duration.ofDays(4), Duration.ofHours(6)));
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    AtomicInteger answers = new AtomicInteger();
    Map<String, Object> twice = Map.of("keyId", key.uid(), "target", "graphql", "count", 2);
    Collector collector =
        bare.collector(
            Map.of(),
            range -> {
              if (answers.incrementAndGet() == 7) {
                bare.cloud().breaks(kind, twice);
              }
            });
    collector.collect();
    assertThat(bare.kept(key).through()).isBefore(bare.newest()).isAfter(THREE_DAYS_AGO);
    bare.assertTrue();
    for (int round = 0; round < 3; round++) {
      bare.pass(HOUR);
      collector.collect();
    }
    bare.assertSound();
    bare.assertTrueInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_storm_of_429s_is_sat_out(boolean byDate) {
    bare = Bare.unbroken(Rules.usual());
    CloudflareAccount account = bare.account("both");
    bare.key("acme", account, THREE_DAYS_AGO);
    bare.key("birch", account, THREE_DAYS_AGO);
    Collector collector = bare.collector();
    collector.collect();
    int before = bare.cloud().queries();
    String until =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(bare.now().plus(HOUR).atOffset(ZoneOffset.UTC));
    bare.cloud().breaks("429", Map.of("target", "graphql", "retryAfter", byDate ? until : "3600"));
    int rounds = 6;
    for (int round = 0; round < rounds; round++) {
      bare.pass(Duration.ofMinutes(10));
      collector.collect();
    }
    bare.assertSound();
    assertThat(bare.cloud().queries() - before).isBetween(1, rounds);

    bare.cloud().heal();

    bare.pass(HOUR);
    collector.collect();
    bare.assertTrue();
    bare.assertAllRead();
    bare.assertTrueInTheEnd();
  }

  @Test
  void a_budget_that_is_used_up_each_time_delays_and_loses_nothing() {
    bare = Bare.unbroken(Rules.usual().withoutRestatement());
    CloudflareAccount account = bare.account("all");
    List<MeteredKey> keys =
        Stream.of("acme", "birch", "cedar")
            .map(name -> bare.key(name, account, THREE_DAYS_AGO))
            .toList();
    int budget = 4;
    Collector collector = bare.collector(Map.of(Setting.COLLECT_BUDGET, "" + budget));
    int rounds = 0;
    do {
      bare.pass(Duration.ofMinutes(5));
      int before = bare.cloud().queries();
      collector.collect();
      assertThat(bare.cloud().queries() - before).isLessThanOrEqualTo(budget);
      bare.assertTrue();
      rounds++;
    } while (rounds < 40 && keys.stream().anyMatch(key -> isBehind(key, HOUR)));
    assertThat(rounds).isBetween(3, 39);
    bare.assertTrueInTheEnd();
  }

  private boolean isBehind(MeteredKey key, Duration by) {
    Instant through = bare.kept(key).through();
    return through == null || through.isBefore(bare.now().minus(by));
  }

  @Test
  void a_gap_of_forty_hours_is_filled() {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    Instant before = bare.kept(key).through();
    bare.pass(Duration.ofHours(40));
    bare.collect();
    bare.assertTrue();
    bare.assertAllRead();
    assertThat(bare.kept(key).lines().tailMap(before)).hasSizeGreaterThan(100);
    bare.assertTrueInTheEnd();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void who_lost_the_lease_while_cloudflare_answered_posts_nothing_of_it(boolean restated) {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    bare.pass(Duration.ofMinutes(20));
    Collector late =
        bare.collector(
            Map.of(),
            range -> {
              bare.postgres().endLeases();
              if (restated) {
                Instant yesterday = bare.now().minus(Duration.ofHours(20));
                bare.cloud().restates(key.uid(), yesterday, bare.now(), 120);
              }
              bare.collect();
            });
    assertThatThrownBy(late::collect).isInstanceOf(Leases.Lost.class);
    bare.assertTrue();
    bare.assertAllRead();
    bare.assertTrueInTheEnd();
  }

  @Test
  void while_the_database_takes_no_lines_nothing_counts_as_read() {
    bare = Bare.unbroken(Rules.usual());
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    bare.collect();
    Kept before = bare.kept(key);
    String lines = " INSERT ON usage_record ";
    bare.postgres().asSuperuser("REVOKE" + lines + "FROM " + Postgres.APPLICATION);
    try {
      bare.pass(HOUR);
      bare.collect();
      assertThat(bare.kept(key)).isEqualTo(before);
    } finally {
      bare.postgres().asSuperuser("GRANT" + lines + "TO " + Postgres.APPLICATION);
    }
    bare.assertTrueInTheEnd();
  }

  private void collectEachHour(int rounds) {
    for (int round = 0; round < rounds; round++) {
      bare.pass(HOUR);
      bare.collect();
    }
  }
}
