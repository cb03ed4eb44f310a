package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
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
  void the_last_use_is_written_down_now_and_then() {
    authenticate();
    world.clock().advance(Duration.ofSeconds(1));
    authenticate();
    assertThat(kept().lastUsedAt()).isNull();
    authenticate.stampUses();
    assertThat(kept().lastUsedAt()).isEqualTo(world.clock().instant());
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

  /** Counts look-ups, and lets another node act right after one. */
  private static final class LookUps implements ApiKeys {
    private final ApiKeys keys;
    private int count;
    private Runnable afterReading = () -> {};

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
    public List<ApiKey> of(TenantId tenant) {
      return keys.of(tenant);
    }

    @Override
    public void stampUse(ApiKeyId id, Instant lastUsedAt) {
      keys.stampUse(id, lastUsedAt);
    }
  }
}
