package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageAnswer;
import org.turnpike.usage.UsageReading;

/** A TURN key's usage read one custom identifier at a time from the simulated Cloudflare. */
class ShareMeteringTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange DAY = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW);

  private final TestClock clock = new TestClock();
  private SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void the_shares_of_all_identifiers_add_up_to_the_key() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    Set<String> identifiers = client.usage.identifiers(account, key, DAY);

    assertThat(identifiers).hasSizeGreaterThan(3);
    RelayedVolume windows = RelayedVolume.NONE;
    RelayedVolume sums = RelayedVolume.NONE;
    for (String identifier : identifiers) {
      TurnKey share = key.share(identifier, null, NOW);
      for (UsageAnswer answer : client.usage.read(account, share, DAY)) {
        for (UsageReading reading : answer.readings()) {
          windows = windows.plus(reading.volume());
        }
      }
      sums = sums.plus(client.usage.sum(account, share, DAY).volume());
    }
    assertThat(windows).isEqualTo(sums).isEqualTo(cloudflare.visible(key, DAY));
  }

  @Test
  void what_is_kept_for_good_says_which_share_was_asked_for_and_not_who_that_is() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    String identifier = "engineering";
    assertThat(client.usage.identifiers(account, key, DAY)).contains(identifier);
    TurnKey share = key.share(identifier, null, NOW);

    UsageAnswer answer = client.usage.read(account, share, DAY).get(0);
    String question = answer.evidence().question();
    String sum = client.usage.sum(account, share, DAY).evidence().question();

    assertThat(UntrustedJson.parse(question).path("variables", "identifier").text())
        .contains("share " + share.id());
    assertThat(List.of(question, sum, answer.evidence().reply()))
        .noneMatch(text -> text.contains(identifier));
  }

  @Test
  void a_key_without_traffic_has_no_identifiers() {
    CloudflareAccount account = cloudflare.account();

    assertThat(client.usage.identifiers(account, cloudflare.key(account, "quiet", 0), DAY))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10_000})
  void a_list_as_long_as_a_page_is_asked_again_in_halves(int pageSize) {
    CloudflareAccount account = cloudflare.account();
    Set<String> all =
        new HashSet<>(
            client.usage.identifiers(account, cloudflare.key(account, "key1", 1000), DAY));
    limit(pageSize);
    CloudflareAccount limited = cloudflare.account();
    TurnKey key = cloudflare.key(limited, "key1", 1000);
    try (Client another = new Client(clock)) {
      assertThat(another.usage.identifiers(limited, key, DAY)).isEqualTo(all);
    }
  }

  @Test
  void more_identifiers_in_a_window_than_a_page_holds_are_refused_with_the_reason() {
    limit(1);
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);

    assertThat(
            catchThrowableOfType(Rejected.class, () -> client.usage.identifiers(account, key, DAY)))
        .hasMessageContaining("cannot be told apart");
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
}
