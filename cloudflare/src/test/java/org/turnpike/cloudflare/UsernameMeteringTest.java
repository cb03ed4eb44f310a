package org.turnpike.cloudflare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.analytics.Share;
import org.turnpike.analytics.UsernameUsage;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;

/** Usage by username read from the simulated Cloudflare. */
class UsernameMeteringTest {
  private static final TimeRange DAY = // a Wednesday: people meet
      new TimeRange(Instant.parse("2026-11-18T00:00:00Z"), Instant.parse("2026-11-19T00:00:00Z"));
  private static final TimeRange HOUR =
      new TimeRange(Instant.parse("2026-11-18T10:00:00Z"), Instant.parse("2026-11-18T11:00:00Z"));

  /** As long as Turnpike takes usernames, and longer than identifiers. */
  private static final String LONG = "u".repeat(512);

  private final TestClock clock = new TestClock();
  private SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void each_username_comes_whole_with_its_hours_and_one_answer_is_their_evidence()
      throws NoSuchAlgorithmException {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 0);
    cloudflare.use(key, LONG, HOUR, 6_000_000, 3_000_000);
    cloudflare.use(key, "other", DAY, 24, 0);

    List<UsernameUsage> answers = client.usernames.read(account, key, DAY);

    assertThat(answers).hasSize(1);
    UsernameUsage answer = answers.get(0);
    assertThat(answer.hours()).isEqualTo(DAY);
    assertThat(answer.shares())
        .contains(
            new Share<>(HOUR.start(), LONG, RelayedVolume.ofBytes(6_000_000, 3_000_000)),
            new Share<>(DAY.start(), "other", RelayedVolume.ofBytes(12, 0)));
    assertThat(answer.asked().question())
        .contains("TurnUsageByUsername", key.uid(), "2026-11-18T00:00:00Z")
        .doesNotContain(SampleAccount.ANALYTICS_TOKEN, SampleAccount.API_TOKEN);
    assertThat(answer.asked().at()).isEqualTo(clock.instant());
    String reply = cloudflare.ask(answer.asked().question());
    assertThat(answer.asked().replySha256()).isEqualTo(sha256(reply));
  }

  @Test
  void it_adds_up_to_what_was_relayed_also_by_usernames_that_cloudflare_does_not_tell() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    cloudflare.key(account, "key2", 500);

    assertThat(total(client.usernames.read(account, key, DAY)))
        .isEqualTo(cloudflare.visible(key, DAY));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 96})
  void an_answer_as_long_as_a_page_is_asked_again_in_halves(int pageSize) {
    limit(pageSize);
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    List<UsernameUsage> answers = client.usernames.read(account, key, DAY);

    assertThat(answers).hasSizeGreaterThan(1);
    for (int i = 1; i < answers.size(); i++) {
      assertThat(answers.get(i).hours().start()).isEqualTo(answers.get(i - 1).hours().end());
    }
    assertThat(answers).extracting(each -> each.asked().replySha256()).doesNotHaveDuplicates();
    assertThat(total(answers)).isEqualTo(cloudflare.visible(key, DAY));
  }

  @Test
  void errors_in_a_good_status_are_no_answer() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    client.usernames.horizon(account);
    cloudflare.fault("{\"kind\": \"graphqlErrors\", \"target\": \"graphql\"}");

    assertThat(
            catchThrowableOfType(
                Unavailable.class, () -> client.usernames.read(account, key, HOUR)))
        .isNotNull();
  }

  @Test
  void it_leaves_a_third_of_the_budget_to_billed_usage() {
    client.close();
    client = new Client(clock, Map.of(Setting.COLLECT_BUDGET, "12"));
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    for (int i = 0; i < 7; i++) {
      client.usernames.read(account, key, HOUR);
    }
    assertThat(client.usernames.isAtLeisure(account)).isFalse();

    assertThat(
            catchThrowableOfType(
                Unavailable.class, () -> client.usernames.read(account, key, HOUR)))
        .hasMessage("What is left of the budget of analytics queries is for billed usage.");

    assertThat(client.usage.read(account, key, HOUR)).isNotEmpty();
    clock.pass(Duration.ofMinutes(5));
    assertThat(client.usernames.isAtLeisure(account)).isTrue();
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

  private static RelayedVolume total(List<UsernameUsage> answers) {
    return answers.stream()
        .flatMap(answer -> answer.shares().stream())
        .map(Share::volume)
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
