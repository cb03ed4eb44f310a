package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.TimeToLive;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;
import org.turnpike.turnkey.TurnKey;

/** Credentials at the simulated Cloudflare, by every way of asking. */
class MintingTest {
  private static final TimeToLive TTL = new TimeToLive(3600);
  private static final CustomIdentifier SOMEBODY = new CustomIdentifier("jörg/7 & co");

  private final TestClock clock = new TestClock();
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final Client client = new Client(clock);

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  static Stream<SampleAccount> everyWayOfAsking() {
    SampleAccount usual = SampleAccount.usual();
    return Stream.of(
        usual,
        usual.minting(MintEndpoint.GENERATE),
        usual.withBasic(SampleAccount.ORGANIZATION_KEY),
        usual.withBasic(SampleAccount.ORGANIZATION_KEY).minting(MintEndpoint.GENERATE));
  }

  @ParameterizedTest
  @MethodSource("everyWayOfAsking")
  void a_credential_is_minted_as_it_was_asked_for(SampleAccount sample) {
    CloudflareAccount account = sample.at(cloudflare.url());
    TurnKey key = cloudflare.key(account, "key1", 0);

    List<IceServer> iceServers = client.credentials.mint(account, key, TTL, SOMEBODY);

    assertThat(cloudflare.credentials(key))
        .singleElement()
        .satisfies(
            minted -> {
              assertThat(minted.getString("username")).isEqualTo(username(iceServers));
              assertThat(minted.getInt("ttl")).isEqualTo(3600);
              assertThat(minted.getString("customIdentifier")).isEqualTo(SOMEBODY.text());
            });
    assertThat(iceServers)
        .flatExtracting(IceServer::urls)
        .contains("stun:stun.cloudflare.com:3478", "turns:turn.cloudflare.com:5349?transport=tcp")
        .noneMatch(url -> url.toString().matches(".*:53(\\?.*)?"));
  }

  @ParameterizedTest
  @MethodSource("everyWayOfAsking")
  void a_credential_is_revoked_and_revoking_it_again_is_as_good(SampleAccount sample) {
    CloudflareAccount account = sample.at(cloudflare.url());
    TurnKey key = cloudflare.key(account, "key1", 0);
    String username = username(client.credentials.mint(account, key, TTL, null));

    client.credentials.revoke(account, key, username);

    assertThat(cloudflare.credentials(key))
        .singleElement()
        .satisfies(minted -> assertThat(minted.isNull("revokedAt")).isFalse());
    assertThatCode(() -> client.credentials.revoke(account, key, username))
        .doesNotThrowAnyException();
    assertThatCode(() -> client.credentials.revoke(account, key, "1/../was never there?"))
        .doesNotThrowAnyException();
  }

  @Test
  void an_address_of_the_accounts_own_replaces_cloudflares() {
    String address = "/v1/turn/keys/{keyId}/credentials/generate";
    CloudflareAccount account =
        SampleAccount.usual()
            .mintingAt(cloudflare.url() + address)
            .at("http://127.0.0.1:9/nobody-is-there");
    TurnKey key = cloudflare.key(account, "key1", 0);

    client.credentials.mint(account, key, TTL, null);

    assertThat(cloudflare.calls("mint.generate")).isEqualTo(1);
  }

  private static String username(List<IceServer> iceServers) {
    return iceServers.stream()
        .map(IceServer::username)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
