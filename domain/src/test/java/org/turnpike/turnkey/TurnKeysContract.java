package org.turnpike.turnkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.PortContract;

public abstract class TurnKeysContract extends PortContract {
  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final Instant now = ports.clock().instant();

  @Test
  void a_key_is_kept_with_its_secret() {
    TurnKey key = add(acme, "main");
    assertThat(find(key)).usingRecursiveComparison().isEqualTo(key);
    assertThat(find(key).secret().reveal()).isEqualTo("secret of main");
    assertThat(call(() -> ports.turnKeys().find(new TurnKeyId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void it_is_found_by_cloudflare_s_id() {
    TurnKey key = add(acme, "main");
    assertThat(call(() -> ports.turnKeys().findByUid(key.uid())).map(TurnKey::id))
        .contains(key.id());
    assertThat(call(() -> ports.turnKeys().findByUid("none"))).isEmpty();
  }

  @Test
  void its_life_is_kept() {
    TurnKey key = add(acme, "main");
    run(() -> ports.turnKeys().find(key.id()).orElseThrow().drain(now));
    run(() -> ports.turnKeys().find(key.id()).orElseThrow().retire(now.plusSeconds(1)));
    assertThat(find(key).state()).isEqualTo(TurnKey.State.RETIRED);
    assertThat(find(key).drainingSince()).isEqualTo(now);
    assertThat(find(key).retiredAt()).isEqualTo(now.plusSeconds(1));
  }

  @Test
  void a_tenant_s_own_are_listed_newest_first() {
    TurnKey first = add(acme, "first");
    TurnKey second = add(acme, "second");
    TurnKey theirs = add(other, "theirs");
    assertThat(ids(call(() -> ports.turnKeys().of(acme.id()))))
        .containsExactly(second.id(), first.id());
    assertThat(ids(call(() -> ports.turnKeys().of(Set.of(acme.id(), other.id())))))
        .containsExactlyInAnyOrder(first.id(), second.id(), theirs.id());
    assertThat(call(() -> ports.turnKeys().of(Set.of()))).isEmpty();
  }

  @Test
  void those_not_retired_or_retired_lately_are_metered_oldest_first() {
    TurnKey first = add(acme, "first");
    TurnKey draining = add(other, "draining");
    TurnKey lately = add(acme, "lately");
    TurnKey longAgo = add(acme, "long ago");
    run(() -> ports.turnKeys().find(draining.id()).orElseThrow().drain(now));
    run(() -> ports.turnKeys().find(lately.id()).orElseThrow().retire(now.plusSeconds(1)));
    run(() -> ports.turnKeys().find(longAgo.id()).orElseThrow().retire(now));
    assertThat(ids(call(() -> ports.turnKeys().metered(now))))
        .containsExactly(first.id(), draining.id(), lately.id());
  }

  @Test
  void a_shared_key_and_its_shares_mint_for_nobody() {
    TurnKey shared = samples.sharedKey(call(() -> ports.accounts().all().get(0)));
    TurnKey unowned = share(shared, "anna@example.com", null);
    TurnKey untagged = share(shared, "", acme);
    assertThat(find(shared)).usingRecursiveComparison().isEqualTo(shared);
    assertThat(find(unowned)).usingRecursiveComparison().isEqualTo(unowned);
    assertThat(find(untagged).name()).isEqualTo("Meetings: untagged");
    assertThat(call(() -> ports.turnKeys().findByUid(shared.uid())).map(TurnKey::id))
        .contains(shared.id());
    assertThat(ids(call(() -> ports.turnKeys().shared()))).containsExactly(shared.id());
    assertThat(ids(call(() -> ports.turnKeys().shares(shared.id()))))
        .isEqualTo(ids(call(() -> ports.turnKeys().sharesToChange(shared.id()))))
        .containsExactly(unowned.id(), untagged.id());
    assertThat(call(() -> ports.turnKeys().of(acme.id()))).isEmpty();
    assertThat(ids(call(() -> ports.turnKeys().meteredFor(Set.of(acme.id())))))
        .containsExactly(untagged.id());
    assertThat(ids(call(() -> ports.turnKeys().metered(now))))
        .containsExactly(shared.id(), unowned.id(), untagged.id());
  }

  @Test
  void a_share_may_get_another_owner() {
    TurnKey shared = samples.sharedKey(call(() -> ports.accounts().all().get(0)));
    TurnKey share = share(shared, "anna@example.com", null);
    run(() -> ports.turnKeys().findToChange(share.id()).orElseThrow().attribute(other.id()));
    assertThat(find(share).tenant()).isEqualTo(other.id());
    assertThat(find(share).identifier()).isEqualTo("anna@example.com");
    run(() -> ports.turnKeys().findToChange(share.id()).orElseThrow().attribute(null));
    assertThat(find(share).tenant()).isNull();
  }

  private TurnKey share(TurnKey shared, String identifier, Tenant owner) {
    ports.clock().advance(Duration.ofSeconds(1));
    TurnKey share =
        shared.share(identifier, owner == null ? null : owner.id(), ports.clock().instant());
    run(() -> ports.turnKeys().add(share));
    return share;
  }

  private TurnKey add(Tenant tenant, String name) {
    ports.clock().advance(Duration.ofSeconds(1));
    TurnKey key =
        new TurnKey(
            tenant,
            name,
            UUID.randomUUID().toString(),
            Secret.of("secret of " + name),
            ports.clock().instant());
    run(() -> ports.turnKeys().add(key));
    return key;
  }

  private TurnKey find(TurnKey key) {
    return call(() -> ports.turnKeys().find(key.id()).orElseThrow());
  }

  private static List<TurnKeyId> ids(List<TurnKey> keys) {
    return keys.stream().map(TurnKey::id).toList();
  }
}
