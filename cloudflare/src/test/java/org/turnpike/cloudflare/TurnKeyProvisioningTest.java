package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.SampleTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyProvider.Created;

class TurnKeyProvisioningTest {
  private final TestClock clock = new TestClock();
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final Client client = new Client(clock);
  private final CloudflareAccount account = cloudflare.account();

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
  }

  @Test
  void a_new_key_mints_until_it_is_deleted() {
    Created created = client.turnKeys.create(account, "acme/\"meetings\" ü");
    TurnKey key = SampleTurnKey.of(account, created.uid(), created.secret());
    assertThat(client.credentials.mint(account, key, new TimeToLive(60), null)).isNotEmpty();

    client.turnKeys.delete(account, created.uid());

    assertThat(
            catchThrowableOfType(
                Unavailable.class,
                () -> client.credentials.mint(account, key, new TimeToLive(60), null)))
        .isNotNull();
  }

  @Test
  void deleting_a_key_that_is_gone_is_as_good() {
    Created created = client.turnKeys.create(account, "meetings");
    client.turnKeys.delete(account, created.uid());

    assertThatCode(() -> client.turnKeys.delete(account, created.uid())).doesNotThrowAnyException();
    assertThatCode(() -> client.turnKeys.delete(account, "never/there")).doesNotThrowAnyException();
  }

  @Test
  void a_right_secret_is_verified_and_leaves_no_credential_alive() {
    TurnKey key = cloudflare.key(account, "key1", 0);

    client.turnKeys.verify(account, key.uid(), key.secret());

    assertThat(cloudflare.credentials(key))
        .singleElement()
        .satisfies(trial -> assertThat(trial.isNull("revokedAt")).isFalse())
        .extracting((JsonObject trial) -> trial.getInt("ttl"))
        .isEqualTo(60);
  }

  @Test
  void a_wrong_secret_is_rejected() {
    TurnKey key = cloudflare.key(account, "key1", 0);

    Rejected rejected = rejectedVerifying(account, key.uid(), Secret.of("wrong"));

    assertThat(rejected.errors())
        .singleElement()
        .extracting(Rejected.FieldError::field)
        .isEqualTo("secret");
  }

  @Test
  void a_key_that_is_not_there_is_rejected() {
    Rejected rejected = rejectedVerifying(account, "nokey", Secret.of("any"));

    assertThat(rejected.errors())
        .singleElement()
        .extracting(Rejected.FieldError::field)
        .isEqualTo("uid");
  }

  @Test
  void with_basic_the_organizations_key_is_what_may_be_wrong() {
    CloudflareAccount basic = SampleAccount.usual().withBasic("wrong-key").at(cloudflare.url());
    TurnKey key = cloudflare.key(basic, "key1", 0);

    assertThat(rejectedVerifying(basic, key.uid(), key.secret()))
        .hasMessageContaining("organizationApiKey");
  }

  @Test
  void a_trial_that_cannot_be_revoked_is_no_obstacle() {
    TurnKey key = cloudflare.key(account, "key1", 0);
    cloudflare.fault("{\"kind\": \"5xx\", \"target\": \"revoke\"}");

    assertThatCode(() -> client.turnKeys.verify(account, key.uid(), key.secret()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_token_that_may_only_read_is_told_apart() {
    CloudflareAccount reader =
        SampleAccount.usual()
            .withApiToken(SimulatedCloudflare.READ_ONLY_TOKEN)
            .at(cloudflare.url());

    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> client.turnKeys.create(reader, "meetings"));

    assertThat(rejected.reason()).isEqualTo(Rejected.Reason.CONFLICT);
    assertThat(rejected)
        .hasMessageContaining("Head office")
        .hasMessageContaining("permission Calls Write");
    assertThat(catchThrowableOfType(Rejected.class, () -> client.turnKeys.delete(reader, "key1")))
        .isNotNull();
  }

  @Test
  void a_refusal_is_passed_on_without_its_body() {
    try (CannedUpstream upstream =
        CannedUpstream.start().answers(400, "{\"errors\": [{\"message\": \"too many\"}]}")) {
      Rejected rejected =
          catchThrowableOfType(
              Rejected.class,
              () -> client.turnKeys.create(SampleAccount.usual().at(upstream.url()), "meetings"));

      assertThat(rejected).hasMessageContaining("status 400").hasMessageNotContaining("too many");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'success': true, 'result': {'uid': 'key1'}}",
        "{'success': true, 'result': {'key': 'secret'}}",
        "{'success': true, 'result': {'uid': '../other', 'key': 'secret'}}",
        "{'success': true, 'result': {'uid': 7, 'key': 'secret'}}",
        "{'success': true, 'result': null}",
        "{'success': true}",
        "{'success': 'yes', 'result': {'uid': 'key1', 'key': 'secret'}}",
        "{'success': false, 'result': {'uid': 'key1', 'key': 'secret'}}",
        "[]",
        "<html>"
      })
  void a_key_that_cannot_be_is_not_believed(String reply) {
    try (CannedUpstream upstream = CannedUpstream.start().answers(201, reply.replace('\'', '"'))) {
      assertThat(
              catchThrowableOfType(
                  Unavailable.class,
                  () ->
                      client.turnKeys.create(SampleAccount.usual().at(upstream.url()), "meetings")))
          .hasMessageStartingWith("Cloudflare answered what cannot be: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429", "5xx", "truncated", "hang"})
  void what_may_pass_is_unavailable(String kind) {
    cloudflare.fault("{\"kind\": \"%s\", \"target\": \"keys\", \"millis\": 200}".formatted(kind));

    assertThat(
            catchThrowableOfType(
                Unavailable.class, () -> client.turnKeys.create(account, "meetings")))
        .isNotNull();
    assertThat(
            catchThrowableOfType(Unavailable.class, () -> client.turnKeys.delete(account, "key1")))
        .isNotNull();
  }

  private Rejected rejectedVerifying(CloudflareAccount of, String uid, Secret secret) {
    return catchThrowableOfType(Rejected.class, () -> client.turnKeys.verify(of, uid, secret));
  }
}
