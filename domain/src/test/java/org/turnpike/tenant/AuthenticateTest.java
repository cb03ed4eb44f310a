package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.World;

class AuthenticateTest {
  private static final String ADDRESS = "192.0.2.1";

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final LookUps lookUps = new LookUps(world.apiKeys());
  private final Authenticate authenticate =
      new Authenticate(lookUps, world.epoch(), world.transactions(), world.clock());
  private final IssueApiKey issue =
      new IssueApiKey(
          world.apiKeys(),
          world.tenants(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());
  private final IssueApiKey.Issued issued = issue(Networks.ANYWHERE, null);

  @Test
  void a_key_just_issued_opens() {
    assertThat(authenticate().id()).isEqualTo(issued.apiKey().id());
  }

  @Test
  void what_is_no_key_of_ours_opens_nothing_and_is_not_even_looked_up() {
    for (String text : new String[] {"", "Bearer", "xyz", "TPK_abc"}) {
      assertRefused(
          Rejected.Reason.UNAUTHENTICATED, () -> authenticate.authenticate(text, ADDRESS));
    }
    assertThat(lookUps.count).isZero();
    assertRefused(
        Rejected.Reason.UNAUTHENTICATED, () -> authenticate.authenticate("tpk_unknown", ADDRESS));
  }

  @Test
  void a_key_is_looked_up_once() {
    authenticate();
    authenticate();
    authenticate.refresh();
    authenticate();
    assertThat(lookUps.count).isEqualTo(1);
  }

  @Test
  void a_revoked_key_is_forgotten_at_the_next_refresh_wherever_it_was_revoked() {
    authenticate();
    revoke();
    authenticate.refresh();
    assertRefused(Rejected.Reason.UNAUTHENTICATED, this::authenticate);
  }

  @Test
  void a_key_revoked_while_it_was_being_read_is_not_remembered() {
    lookUps.afterReading =
        () -> {
          revoke();
          authenticate.refresh();
        };
    authenticate();
    assertRefused(Rejected.Reason.UNAUTHENTICATED, this::authenticate);
  }

  @Test
  void an_expired_key_opens_nothing_though_remembered() {
    IssueApiKey.Issued brief = issue(Networks.ANYWHERE, world.clock().instant().plusSeconds(60));
    authenticate.authenticate(brief.key().reveal(), ADDRESS);
    world.clock().advance(Duration.ofSeconds(60));
    assertRefused(
        Rejected.Reason.UNAUTHENTICATED,
        () -> authenticate.authenticate(brief.key().reveal(), ADDRESS));
  }

  @Test
  void from_outside_of_its_networks_a_key_is_forbidden() {
    IssueApiKey.Issued inner = issue(Networks.of(List.of("10.0.0.0/8")), null);
    assertThat(authenticate.authenticate(inner.key().reveal(), "10.1.2.3")).isNotNull();
    assertRefused(
        Rejected.Reason.FORBIDDEN, () -> authenticate.authenticate(inner.key().reveal(), ADDRESS));
  }

  @Test
  void the_last_use_is_written_down_later() {
    authenticate();
    world.clock().advance(Duration.ofSeconds(1));
    authenticate();
    assertThat(kept().lastUsedAt()).isNull();
    authenticate.writeUses();
    assertThat(kept().lastUsedAt()).isEqualTo(world.clock().instant());
  }

  @Test
  void of_any_number_of_uses_while_the_database_is_away_one_a_key_waits_for_it() {
    IssueApiKey.Issued other = issue(Networks.ANYWHERE, null);
    authenticate.authenticate(other.key().reveal(), ADDRESS);
    Instant asked = world.clock().instant();
    for (int i = 0; i < 100; i++) {
      world.clock().advance(Duration.ofSeconds(1));
      authenticate();
      assertUnwritten();
    }
    lookUps.stamps.clear();
    authenticate.writeUses();
    assertThat(lookUps.stamps)
        .containsExactlyInAnyOrder(
            new Stamp(issued.apiKey().id(), world.clock().instant()),
            new Stamp(other.apiKey().id(), asked));
    assertThat(kept().lastUsedAt()).isEqualTo(world.clock().instant());
  }

  @Test
  void what_was_written_is_not_written_again() {
    authenticate();
    authenticate.writeUses();
    lookUps.stamps.clear();
    authenticate.writeUses();
    assertThat(lookUps.stamps).isEmpty();
  }

  @Test
  void a_use_that_comes_while_uses_are_being_written_is_written_the_next_time() {
    authenticate();
    lookUps.whileStamping =
        () -> {
          world.clock().advance(Duration.ofSeconds(1));
          authenticate();
        };
    authenticate.writeUses();
    lookUps.whileStamping = () -> {};
    authenticate.writeUses();
    assertThat(kept().lastUsedAt()).isEqualTo(world.clock().instant());
  }

  @Test
  void uses_are_written_in_the_same_order_on_every_node() {
    List<UUID> keys = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      IssueApiKey.Issued each = issue(Networks.ANYWHERE, null);
      authenticate.authenticate(each.key().reveal(), ADDRESS);
      keys.add(each.apiKey().id().value());
    }
    authenticate.writeUses();
    Collections.sort(keys);
    assertThat(lookUps.stamps).extracting(stamp -> stamp.key().value()).isEqualTo(keys);
  }

  @Test
  void that_uses_cannot_be_written_keeps_nobody_from_forgetting_a_revoked_key() {
    authenticate();
    revoke();
    assertUnwritten();
    assertThat(authenticate.refresh()).isTrue();
    assertRefused(Rejected.Reason.UNAUTHENTICATED, this::authenticate);
  }

  private void assertUnwritten() {
    Unavailable away = new Unavailable("The database is away.", Duration.ofSeconds(5));
    world.transactions().failNextCommit(away);
    assertThatThrownBy(authenticate::writeUses).isSameAs(away);
  }

  private ApiKey authenticate() {
    return authenticate.authenticate(issued.key().reveal(), ADDRESS);
  }

  private void revoke() {
    issue.revoke(Caller.SYSTEM, acme.id(), issued.apiKey().id());
  }

  private ApiKey kept() {
    return world
        .transactions()
        .call(() -> world.apiKeys().find(issued.apiKey().id()).orElseThrow());
  }

  private IssueApiKey.Issued issue(Networks networks, Instant expiresAt) {
    return issue.issue(
        Caller.SYSTEM,
        acme.id(),
        "backend",
        new Scopes(EnumSet.of(Scope.CREDENTIALS)),
        networks,
        expiresAt,
        LimitChange.NONE);
  }

  /** Counts look-ups and stamps, and lets others act meanwhile. */
  private static final class LookUps implements ApiKeys {
    private final ApiKeys keys;
    private final List<Stamp> stamps = new ArrayList<>();
    private int count;
    private Runnable afterReading = () -> {};
    private Runnable whileStamping = () -> {};

    LookUps(ApiKeys keys) {
      this.keys = keys;
    }

    @Override
    public Optional<ApiKey> findByHash(String hash) {
      count++;
      Optional<ApiKey> found = keys.findByHash(hash);
      CompletableFuture.runAsync(afterReading).join();
      afterReading = () -> {};
      return found;
    }

    @Override
    public void add(ApiKey key) {
      keys.add(key);
    }

    @Override
    public Optional<ApiKey> find(ApiKeyId id) {
      return keys.find(id);
    }

    @Override
    public Optional<ApiKey> findAndHold(ApiKeyId id) {
      return find(id);
    }

    @Override
    public List<ApiKey> of(TenantId tenant) {
      return keys.of(tenant);
    }

    @Override
    public void stampUse(ApiKeyId id, Instant lastUsedAt) {
      whileStamping.run();
      stamps.add(new Stamp(id, lastUsedAt));
      keys.stampUse(id, lastUsedAt);
    }
  }

  private record Stamp(ApiKeyId key, Instant lastUsedAt) {}
}
