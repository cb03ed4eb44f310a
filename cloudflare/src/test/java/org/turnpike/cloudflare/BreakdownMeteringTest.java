package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.analytics.Breakdown;
import org.turnpike.analytics.Place;
import org.turnpike.analytics.Share;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;

/** Break-downs read from the simulated Cloudflare. */
class BreakdownMeteringTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange DAY = // a Wednesday: people meet
      new TimeRange(Instant.parse("2026-11-18T00:00:00Z"), Instant.parse("2026-11-19T00:00:00Z"));
  private static final TimeRange HOUR =
      new TimeRange(Instant.parse("2026-11-18T10:00:00Z"), Instant.parse("2026-11-18T11:00:00Z"));

  private final TestClock clock = new TestClock();
  private SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void identifiers_and_places_both_add_up_to_what_was_relayed() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    cloudflare.key(account, "key2", 500);

    Breakdown breakdown = client.breakdowns.read(account, key, DAY);

    assertThat(total(breakdown.identifiers())).isEqualTo(cloudflare.visible(key, DAY));
    assertThat(total(breakdown.places())).isEqualTo(cloudflare.visible(key, DAY));
    assertThat(breakdown.identifiers()).extracting(Share::whose).contains("").doesNotContainNull();
    assertThat(breakdown.places()).extracting(Share::whose).contains(new Place("DE", "Frankfurt"));
    assertThat(cloudflare.calls("graphql")).as("settings, and three questions").isEqualTo(4);
  }

  @Test
  void connections_are_the_hour_s_and_not_the_nonsense_of_a_longer_bucket() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    Breakdown breakdown = client.breakdowns.read(account, key, DAY);

    assertThat(breakdown.connections())
        .isNotEmpty()
        .allSatisfy(
            hour -> {
              assertThat(DAY.contains(hour.hour())).isTrue();
              assertThat(hour.mean()).isPositive().isLessThanOrEqualTo(hour.peak());
              // A bucket of an hour sums its twelve of five minutes.
              assertThat(hour.peak()).isLessThan(hour.mean().multiply(BigDecimal.valueOf(12)));
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {96, 300})
  void an_answer_as_long_as_a_page_is_asked_again_in_halves(int pageSize) {
    limit(pageSize);
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    Breakdown breakdown = client.breakdowns.read(account, key, DAY);

    assertThat(total(breakdown.identifiers())).isEqualTo(cloudflare.visible(key, DAY));
    assertThat(total(breakdown.places())).isEqualTo(cloudflare.visible(key, DAY));
  }

  @Test
  void of_an_hour_too_long_for_a_page_the_largest_are_told() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    List<Share<Place>> all = client.breakdowns.read(account, key, HOUR).places();
    limit(2);
    account = cloudflare.account();
    key = cloudflare.key(account, "key1", 1000);

    List<Share<Place>> told = client.breakdowns.read(account, key, HOUR).places();

    assertThat(all).hasSizeGreaterThan(2);
    assertThat(told).isEqualTo(all.subList(0, 2));
  }

  @Test
  void it_leaves_a_third_of_the_budget_to_billed_usage_and_says_when_there_is_leisure() {
    client.close();
    client = new Client(clock, Map.of(Setting.COLLECT_BUDGET, "12"));
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    client.breakdowns.read(account, key, HOUR);
    assertThat(client.breakdowns.isAtLeisure(account)).as("4 of 12 spent").isFalse();
    client.breakdowns.read(account, key, HOUR);

    assertThat(
            catchThrowableOfType(
                Unavailable.class, () -> client.breakdowns.read(account, key, HOUR)))
        .hasMessage("What is left of the budget of analytics queries is for billed usage.");

    assertThat(client.usage.read(account, key, HOUR)).isNotEmpty();
    assertThat(cloudflare.calls("graphql")).isLessThanOrEqualTo(12);
    clock.pass(Duration.ofMinutes(5));
    assertThat(client.breakdowns.isAtLeisure(account)).isTrue();
  }

  @Test
  void a_question_that_cloudflare_refuses_is_rejected_and_its_settings_read_again() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 100);
    Instant tooOld = NOW.minus(Duration.ofDays(120));
    TimeRange range = new TimeRange(tooOld, tooOld.plus(Duration.ofHours(1)));

    assertThat(
            catchThrowableOfType(Rejected.class, () -> client.breakdowns.read(account, key, range)))
        .hasMessageContaining("refuses our question");
    client.breakdowns.horizon(account);

    assertThat(cloudflare.calls("graphql")).isEqualTo(3);
  }

  private void limit(int pageSize) {
    cloudflare.close();
    AnalyticsRules usual = AnalyticsRules.DEFAULT;
    cloudflare =
        SimulatedCloudflare.start(
            clock,
            new AnalyticsRules(
                usual.settling(),
                new DatasetLimits(true, Duration.ofDays(92), Duration.ofDays(31), pageSize, 30),
                false));
  }

  private static <T> RelayedVolume total(List<Share<T>> shares) {
    return shares.stream().map(Share::volume).reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }
}
