package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.world.PortContract;

public abstract class ApiKeysContract extends PortContract {
  private final Tenant acme = samples.tenant("acme");
  private final Instant now = ports.clock().instant();

  @Test
  void a_key_is_kept_with_its_scopes_networks_and_expiry() {
    ApiKey key =
        add(
            acme.id(),
            Networks.of(List.of("10.0.0.0/8", "2001:db8::/32")),
            now.plusSeconds(60),
            Scope.USAGE,
            Scope.CREDENTIALS);
    assertThat(find(key)).usingRecursiveComparison().isEqualTo(key);
    assertThat(find(key).allowedNetworks().contain("10.1.2.3")).isTrue();
    assertThat(find(key).allowedNetworks().contain("192.0.2.1")).isFalse();
  }

  @Test
  void its_limits_are_kept_and_can_go() {
    ApiKey key = add(acme.id(), Networks.ANYWHERE, null, Scope.CREDENTIALS);
    assertThat(find(key).callLimit()).isNull();
    limit(key, LimitChange.to(3_600, 600, null));
    assertThat(find(key).maxTtl()).isEqualTo(3_600);
    assertThat(find(key).callLimit()).isEqualTo(new CallLimit(600, null));
    limit(key, LimitChange.to(null, null, null));
    assertThat(find(key).maxTtl()).isNull();
    assertThat(find(key).callLimit()).isNull();
  }

  @Test
  void an_operator_s_key_belongs_to_no_tenant() {
    ApiKey key = add(null, Networks.ANYWHERE, null, Scope.ADMIN);
    assertThat(find(key)).usingRecursiveComparison().isEqualTo(key);
    assertThat(find(key).tenant()).isNull();
    assertThat(find(key).allowedNetworks()).isEqualTo(Networks.ANYWHERE);
  }

  @Test
  void it_is_found_by_the_hash_of_the_key() {
    Secret secret = RandomToken.random(ApiKey.PREFIX);
    ApiKey key =
        new ApiKey(
            acme.id(),
            "k",
            secret,
            new Scopes(EnumSet.of(Scope.USAGE)),
            Networks.ANYWHERE,
            null,
            now);
    run(() -> ports.apiKeys().add(key));
    String hash = RandomToken.sha256(secret.reveal());
    assertThat(call(() -> ports.apiKeys().findByHash(hash)).map(ApiKey::id)).contains(key.id());
    assertThat(call(() -> ports.apiKeys().findByHash("0".repeat(64)))).isEmpty();
    assertThat(call(() -> ports.apiKeys().find(new ApiKeyId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void a_tenant_s_own_are_listed_newest_first_and_the_operators_apart() {
    Tenant other = samples.tenant("other");
    ApiKey first = add(acme.id(), Networks.ANYWHERE, null, Scope.USAGE);
    ApiKey second = add(acme.id(), Networks.ANYWHERE, null, Scope.USAGE);
    add(other.id(), Networks.ANYWHERE, null, Scope.USAGE);
    ApiKey operators = add(null, Networks.ANYWHERE, null, Scope.ADMIN);
    assertThat(call(() -> ports.apiKeys().of(acme.id())))
        .extracting(ApiKey::id)
        .containsExactly(second.id(), first.id());
    assertThat(call(() -> ports.apiKeys().of(null)))
        .extracting(ApiKey::id)
        .containsExactly(operators.id());
  }

  @Test
  void the_later_of_two_uses_stays_whichever_is_written_last() {
    ApiKey key = add(acme.id(), Networks.ANYWHERE, null, Scope.USAGE);
    run(() -> ports.apiKeys().stampUse(key.id(), now.plusSeconds(2)));
    run(() -> ports.apiKeys().stampUse(key.id(), now.plusSeconds(1)));
    assertThat(find(key).lastUsedAt()).isEqualTo(now.plusSeconds(2));
    run(() -> ports.apiKeys().stampUse(key.id(), now.plusSeconds(3)));
    assertThat(find(key).lastUsedAt()).isEqualTo(now.plusSeconds(3));
  }

  @Test
  void a_revocation_is_kept() {
    ApiKey key = add(acme.id(), Networks.ANYWHERE, null, Scope.USAGE);
    run(() -> ports.apiKeys().find(key.id()).orElseThrow().revoke(now));
    assertThat(find(key).revokedAt()).isEqualTo(now);
    assertThat(find(key).isLive(now)).isFalse();
  }

  private void limit(ApiKey key, LimitChange change) {
    run(() -> ports.apiKeys().find(key.id()).orElseThrow().limit(change, TtlBounds.ANY));
  }

  private ApiKey add(
      TenantId tenant, Networks networks, Instant expiresAt, Scope first, Scope... more) {
    ports.clock().advance(Duration.ofSeconds(1));
    ApiKey key =
        new ApiKey(
            tenant,
            "backend",
            RandomToken.random(ApiKey.PREFIX),
            new Scopes(EnumSet.of(first, more)),
            networks,
            expiresAt,
            ports.clock().instant());
    run(() -> ports.apiKeys().add(key));
    return key;
  }

  private ApiKey find(ApiKey key) {
    return call(() -> ports.apiKeys().find(key.id()).orElseThrow());
  }
}
