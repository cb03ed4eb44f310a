package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageAnswer;
import org.turnpike.usage.UsageMeter.Horizon;
import org.turnpike.usage.UsageMeter.Spending;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageSum;
import org.turnpike.usage.UsageWindow;

/** Usage read from the simulated Cloudflare. */
class UsageMeteringTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange WEEK = new TimeRange(NOW.minus(Duration.ofDays(7)), NOW);
  private static final TimeRange HOUR = new TimeRange(NOW.minus(Duration.ofHours(1)), NOW);

  private final TestClock clock = new TestClock();
  private SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void every_byte_that_cloudflare_shows_is_read() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    cloudflare.key(account, "key2", 500);

    List<UsageReading> readings = read(account, key, WEEK);

    assertThat(readings).hasSizeGreaterThan(100);
    assertThat(total(readings)).isEqualTo(cloudflare.visible(key, WEEK));
    assertThat(readings)
        .allSatisfy(
            reading ->
                assertThat(reading.volume()).isEqualTo(cloudflare.visible(key, window(reading))));
  }

  @Test
  void the_current_window_is_read_as_far_as_it_shows() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    TimeRange current = new TimeRange(HOUR.start(), NOW.plus(UsageWindow.LENGTH));

    assertThat(total(read(account, key, current))).isEqualTo(cloudflare.visible(key, current));
  }

  @Test
  void a_key_without_traffic_has_no_readings() {
    CloudflareAccount account = cloudflare.account();

    assertThat(read(account, cloudflare.key(account, "quiet", 0), WEEK)).isEmpty();
  }

  @Test
  void the_horizon_is_cloudflares_own_and_kept_for_an_hour() {
    CloudflareAccount account = cloudflare.account();

    assertThat(client.usage.horizon(account))
        .isEqualTo(new Horizon(Duration.ofDays(92), Duration.ofDays(31)));
    clock.pass(Duration.ofMinutes(59));
    client.usage.horizon(account);
    assertThat(cloudflare.calls("graphql")).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    client.usage.horizon(account);
    assertThat(cloudflare.calls("graphql")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 96, 671, 672, 673})
  void an_answer_as_long_as_a_page_is_asked_again_in_halves(int pageSize) {
    limit(true, pageSize);
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    TimeRange range = pageSize < 96 ? HOUR : WEEK;

    List<UsageReading> readings = read(account, key, range);

    assertThat(total(readings)).isEqualTo(cloudflare.visible(key, range));
    assertThat(readings).extracting(UsageReading::window).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void the_widest_range_is_read_at_once() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 100);
    Instant start = NOW.minus(client.usage.horizon(account).widestRange());
    TimeRange month = new TimeRange(start, NOW);

    assertThat(total(read(account, key, month))).isEqualTo(cloudflare.visible(key, month));
    assertThat(cloudflare.calls("graphql")).isEqualTo(2);
  }

  @Test
  void every_query_is_counted_against_the_budget() {
    client.close();
    client = new Client(clock, Map.of(Setting.COLLECT_BUDGET, "3"));
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 100);
    client.usage.read(account, key, HOUR);
    client.usage.read(account, key, HOUR);

    Unavailable unavailable =
        catchThrowableOfType(Unavailable.class, () -> client.usage.read(account, key, HOUR));

    assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofMinutes(5));
    assertThat(cloudflare.calls("graphql")).isEqualTo(3);
  }

  @Test
  void a_dataset_that_is_not_offered_is_rejected() {
    limit(false, 10_000);

    assertThat(
            catchThrowableOfType(Rejected.class, () -> client.usage.horizon(cloudflare.account())))
        .hasMessageContaining("Head office");
  }

  @Test
  void a_question_beyond_what_cloudflare_keeps_is_rejected_and_the_settings_read_again() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 100);
    Instant long0 = NOW.minus(Duration.ofDays(120));
    TimeRange tooOld = new TimeRange(long0, long0.plus(Duration.ofHours(1)));

    assertThat(catchThrowableOfType(Rejected.class, () -> client.usage.read(account, key, tooOld)))
        .hasMessage("Cloudflare refuses our question for the TURN usage of account Head office.");
    client.usage.horizon(account);

    assertThat(cloudflare.calls("graphql")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {96, 10_000})
  void each_answer_is_passed_on_with_its_question_and_its_bytes_and_together_they_leave_no_gap(
      int pageSize) {
    limit(true, pageSize);
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    List<UsageAnswer> answers = client.usage.read(account, key, WEEK);

    assertThat(answers).hasSizeGreaterThan(pageSize < 672 ? 6 : 0);
    Instant end = WEEK.start();
    for (UsageAnswer answer : answers) {
      assertThat(answer.range().start()).isEqualTo(end);
      end = answer.range().end();
      assertThat(answer.evidence().askedAt()).isEqualTo(clock.instant());
      UntrustedJson question = UntrustedJson.parse(answer.evidence().question());
      assertThat(question.path("variables", "start").text())
          .contains(answer.range().start().toString());
      assertThat(question.path("variables", "key").text()).contains("key1");
      assertThat(question.field("query").text().orElseThrow()).contains("egressBytes");
      List<UntrustedJson> rows =
          UntrustedJson.parse(answer.evidence().reply())
              .path("data", "viewer")
              .field("accounts")
              .items()
              .orElseThrow()
              .get(0)
              .field("callsTurnUsageAdaptiveGroups")
              .items()
              .orElseThrow();
      assertThat(UsageRows.read(rows, answer.range())).isEqualTo(answer.readings());
    }
    assertThat(end).isEqualTo(WEEK.end());
  }

  @Test
  void how_sure_cloudflare_is_comes_with_each_reading() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    assertThat(read(account, key, WEEK))
        .allSatisfy(
            reading -> {
              long egress = reading.volume().egress().bytes();
              assertThat(reading.confidence().lower()).isEqualTo(egress);
              assertThat(reading.confidence().upper()).isEqualTo(egress);
              assertThat(reading.confidence().samples()).isPositive();
            });
  }

  @Test
  void one_sum_is_that_of_all_windows_and_takes_one_query() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    client.usage.horizon(account);

    UsageSum sum = client.usage.sum(account, key, WEEK);

    assertThat(cloudflare.calls("graphql")).isEqualTo(2);
    assertThat(sum.volume()).isEqualTo(cloudflare.visible(key, WEEK));
    assertThat(sum.range()).isEqualTo(WEEK);
    assertThat(sum.confidence().samples()).isPositive();
    assertThat(sum.evidence().question()).doesNotContain("datetimeFifteenMinutes");
    assertThat(sum.evidence().reply()).contains(Long.toString(sum.volume().egress().bytes()));
  }

  @Test
  void one_sum_of_nothing_is_none() {
    CloudflareAccount account = cloudflare.account();

    assertThat(client.usage.sum(account, cloudflare.key(account, "quiet", 0), WEEK).volume())
        .isEqualTo(RelayedVolume.NONE);
  }

  @Test
  void what_is_used_of_the_budget_is_told_and_what_another_node_used_counts() {
    CloudflareAccount account = cloudflare.account();
    client.usage.horizon(account);
    Instant here = clock.instant();
    Instant there = here.minusSeconds(1);
    client.usage.count(account, List.of(there, here));

    assertThat(client.usage.spending(account)).isEqualTo(new Spending(List.of(there, here), 200));
  }

  private List<UsageReading> read(CloudflareAccount account, TurnKey key, TimeRange range) {
    return client.usage.read(account, key, range).stream()
        .flatMap(answer -> answer.readings().stream())
        .toList();
  }

  private void limit(boolean enabled, int pageSize) {
    cloudflare.close();
    AnalyticsRules usual = AnalyticsRules.DEFAULT;
    cloudflare =
        SimulatedCloudflare.start(
            clock,
            new AnalyticsRules(
                usual.settling(),
                new DatasetLimits(enabled, Duration.ofDays(92), Duration.ofDays(31), pageSize, 30),
                false));
  }

  private static TimeRange window(UsageReading reading) {
    return new TimeRange(reading.window(), reading.window().plus(UsageWindow.LENGTH));
  }

  private static RelayedVolume total(List<UsageReading> readings) {
    return readings.stream()
        .map(UsageReading::volume)
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }
}
