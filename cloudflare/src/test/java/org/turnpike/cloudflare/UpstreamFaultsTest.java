package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/** Whatever goes wrong at Cloudflare while it mints, the caller hears so in time. */
class UpstreamFaultsTest {
  private static final TimeToLive TTL = new TimeToLive(3600);

  private final TestClock clock = new TestClock();
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final CloudflareAccount account = cloudflare.account();
  private final TurnKey key = cloudflare.key(account, "key1", 0);

  private final Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'latency', 'target': 'mint', 'millis': 5000}",
        "{'kind': 'hang', 'target': 'mint', 'millis': 5000}",
        "{'kind': 'trickle', 'target': 'mint', 'millis': 50}"
      })
  void an_answer_that_takes_too_long_is_not_waited_for(String fault) {
    cloudflare.fault(fault.replace('\'', '"'));

    try (Client impatient = new Client(clock, Map.of(Setting.UPSTREAM_TIMEOUT, "PT0.12S"))) {
      long start = System.nanoTime();
      Unavailable unavailable = failedMinting(impatient);
      Duration waited = Duration.ofNanos(System.nanoTime() - start);

      assertThat(unavailable).hasMessage("Cloudflare did not answer within 0.6 s.");
      assertThat(waited).isBetween(Duration.ofMillis(590), Duration.ofSeconds(4));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind': '429', 'retryAfter': '120'} | PT2M",
        "{'kind': '429', 'retryAfter': 'Sun, 22 Nov 2026 10:17:30 GMT'} | PT10M",
        "{'kind': '429', 'retryAfter': 'tomorrow'} | PT30S",
        "{'kind': '429'} | PT30S",
        "{'kind': '5xx', 'status': 503, 'retryAfter': '9'} | PT9S",
        "{'kind': '5xx', 'status': 500} | PT2S",
        "{'kind': '5xx', 'status': 530} | PT2S"
      })
  void limits_and_failures_say_when_to_try_again(String fault, Duration retryAfter) {
    cloudflare.fault(fault.replace('\'', '"'));

    assertThat(failedMinting().retryAfter()).isEqualTo(retryAfter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncatedJson", "huge", "wrongTypes", "noCredential", "html"})
  void a_success_that_is_none_is_not_believed(String variant) {
    cloudflare.fault("{\"kind\": \"rubbish\", \"variant\": \"%s\"}".formatted(variant));

    assertThat(failedMinting()).hasMessageStartingWith("Cloudflare answered what cannot be: ");
  }

  @Test
  void a_body_cut_off_on_the_way_is_not_believed() {
    cloudflare.fault("{\"kind\": \"truncated\"}");

    assertThat(failedMinting()).hasMessageStartingWith("Cloudflare could not be asked (");
  }

  @Test
  void nothing_is_sent_twice() {
    cloudflare.fault("{\"kind\": \"5xx\"}");
    int before = cloudflare.calls("mint.generateIceServers");

    failedMinting();

    assertThat(cloudflare.calls("mint.generateIceServers")).isEqualTo(before + 1);
  }

  @Test
  void once_healed_it_mints_again() {
    cloudflare.fault("{\"kind\": \"hang\", \"millis\": 200}");
    failedMinting();

    cloudflare.heal();

    assertThat(client.credentials.mint(account, key, TTL, null)).isNotEmpty();
  }

  @Test
  void while_one_key_is_not_asked_for_the_others_of_its_account_are() {
    TurnKey second = cloudflare.key(account, "key2", 0);
    cloudflare.fault("{\"kind\": \"429\", \"keyId\": \"key1\", \"retryAfter\": \"120\"}");
    failedMinting();
    cloudflare.heal();

    assertThat(failedMinting()).hasMessageStartingWith("Cloudflare is not asked for this TURN key");
    assertThat(client.credentials.mint(account, second, TTL, null)).isNotEmpty();
  }

  @Test
  void nobody_there_is_unavailable_too() {
    cloudflare.close();

    assertThat(failedMinting()).hasMessageStartingWith("Cloudflare could not be asked (");
  }

  private Unavailable failedMinting() {
    return failedMinting(client);
  }

  private Unavailable failedMinting(Client by) {
    return catchThrowableOfType(
        Unavailable.class, () -> by.credentials.mint(account, key, TTL, null));
  }
}
