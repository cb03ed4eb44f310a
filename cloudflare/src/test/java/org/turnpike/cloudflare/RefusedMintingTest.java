package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.SampleTurnKey;
import org.turnpike.turnkey.TurnKey;

/** Who hears of a refusal: the caller where he can change something, else the operator. */
class RefusedMintingTest {
  private static final TimeToLive TTL = new TimeToLive(3600);

  private final CannedUpstream upstream = CannedUpstream.start();
  private final Client client = new Client(new TestClock());
  private final CloudflareAccount account = SampleAccount.usual().at(upstream.url());
  private final TurnKey key = SampleTurnKey.of(account, "key1", Secret.of("its-secret"));
  private final RecordedLog log = RecordedLog.start();

  @AfterEach
  void stop() {
    log.close();
    client.close();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405})
  void a_refused_key_is_the_operators_to_repair(int status) {
    upstream.answers(status, "{}");

    Unavailable unavailable =
        catchThrowableOfType(
            Unavailable.class, () -> client.credentials.mint(account, key, TTL, null));

    assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(log.from(Level.SEVERE))
        .singleElement()
        .asString()
        .contains("refuses minting with TURN key key1 (status " + status + ")");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void refused_values_are_the_callers_to_change(int status) {
    upstream.answers(status, "no such ttl");

    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () -> client.credentials.mint(account, key, TTL, new CustomIdentifier("somebody")));

    assertThat(rejected.reason()).isEqualTo(Rejected.Reason.INVALID);
    assertThat(rejected).hasMessageNotContaining("no such ttl");
    assertThat(log.from(Level.WARNING)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_is_not_followed_with_the_secret(int status) {
    try (CannedUpstream elsewhere = CannedUpstream.start().answers(201, "{}")) {
      upstream.answers(status, "", "Location", elsewhere.url() + "/v1");

      Unavailable unavailable =
          catchThrowableOfType(
              Unavailable.class, () -> client.credentials.mint(account, key, TTL, null));

      assertThat(unavailable).hasMessageContaining("redirect");
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void a_refused_revocation_is_not_taken_for_done() {
    upstream.answers(403, "");

    Unavailable unavailable =
        catchThrowableOfType(
            Unavailable.class, () -> client.credentials.revoke(account, key, "somebody"));

    assertThat(unavailable).hasMessageContaining("refuses revoking");
    assertThat(log.from(Level.SEVERE)).hasSize(1);
  }

  @Test
  void a_username_cannot_lead_to_another_address() {
    upstream.answers(204, "");

    assertThatCode(() -> client.credentials.revoke(account, key, "../../1:a+b /?#é"))
        .doesNotThrowAnyException();

    assertThat(upstream.received())
        .singleElement()
        .extracting(CannedUpstream.Received::target)
        .isEqualTo("/v1/turn/keys/key1/credentials/..%2F..%2F1%3Aa%2Bb%20%2F%3F%23%C3%A9/revoke");
  }
}
