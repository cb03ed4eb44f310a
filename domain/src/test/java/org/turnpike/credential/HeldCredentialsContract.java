package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class HeldCredentialsContract extends PortContract {
  private static final CustomIdentifier ALICE = new CustomIdentifier("alice");
  private static final TimeToLive HOUR = new TimeToLive(3600);

  private final Tenant acme = samples.tenant("acme");
  private final TurnKey key = samples.turnKey(acme);
  private final ApiKey apiKey = samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final Holder alice = new Holder(apiKey.id(), ALICE, HOUR);
  private final Instant start = ports.clock().instant();

  @Test
  void a_credential_is_kept_whole_for_its_holder() {
    HeldCredential credential = add(alice, "u1", Duration.ofHours(1));
    assertThat(find(alice)).hasValue(credential);
  }

  @Test
  void nobody_else_gets_it() {
    add(alice, "u1", Duration.ofHours(1));
    ApiKey second = samples.apiKey(acme.id(), Scope.CREDENTIALS);
    assertThat(find(new Holder(second.id(), ALICE, HOUR))).isEmpty();
    assertThat(find(new Holder(apiKey.id(), new CustomIdentifier("bob"), HOUR))).isEmpty();
    assertThat(find(new Holder(apiKey.id(), ALICE, new TimeToLive(60)))).isEmpty();
  }

  @Test
  void the_one_that_lasts_longest_is_found_if_it_lasts_long_enough() {
    add(alice, "u1", Duration.ofMinutes(30));
    HeldCredential longest = add(alice, "u2", Duration.ofMinutes(50));
    add(alice, "u3", Duration.ofMinutes(40));
    assertThat(find(alice)).hasValue(longest);
    assertThat(call(() -> ports.held().find(alice, start.plus(Duration.ofMinutes(50))))).isEmpty();
  }

  @Test
  void one_of_a_revoked_grant_is_not_found() {
    HeldCredential credential = add(alice, "u1", Duration.ofHours(1));
    run(() -> ports.grants().find(credential.grant()).orElseThrow().revoke(start));
    assertThat(find(alice)).isEmpty();
  }

  @Test
  void one_of_a_draining_turn_key_is_not_found() {
    add(alice, "u1", Duration.ofHours(1));
    run(() -> ports.turnKeys().find(key.id()).orElseThrow().drain(start));
    assertThat(find(alice)).isEmpty();
  }

  @Test
  void what_is_forgotten_or_expired_is_gone() {
    HeldCredential first = add(alice, "u1", Duration.ofMinutes(30));
    HeldCredential second = add(alice, "u2", Duration.ofMinutes(50));
    run(() -> ports.held().forget(second.grant()));
    assertThat(find(alice)).hasValue(first);
    int forgotten = call(() -> ports.held().forgetExpiredBefore(first.expiresAt().plusMillis(1)));
    assertThat(forgotten).isEqualTo(1);
    assertThat(find(alice)).isEmpty();
  }

  private HeldCredential add(Holder holder, String username, Duration life) {
    CredentialGrant grant = GrantSamples.add(ports, apiKey, key, username, "alice");
    HeldCredential credential =
        new HeldCredential(
            grant.id(),
            List.of(
                new IceServer(List.of("stun:stun.example:3478"), null, null),
                new IceServer(
                    List.of("turn:turn.example:3478?transport=udp", "turns:turn.example:443"),
                    username,
                    Secret.of("p\"a\\ss\u00fc of " + username))),
            start,
            start.plus(life));
    run(() -> ports.held().add(holder, credential));
    return credential;
  }

  private Optional<HeldCredential> find(Holder holder) {
    return call(() -> ports.held().find(holder, start));
  }
}
