package org.turnpike.turnkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ProvisionTurnKeyTest {
  private static final Secret SECRET = Secret.of("s".repeat(64));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Caller admin = Callers.adminOf(acme);
  private final ProvisionTurnKey provision =
      new ProvisionTurnKey(
          world.turnKeys(),
          world.tenants(),
          world.accounts(),
          world.provider,
          world.audit(),
          world.transactions(),
          world.clock());

  @Test
  void a_key_is_made_at_cloudflare_and_kept_with_its_secret() {
    TurnKey key = provision.create(admin, acme.id(), " main ");
    assertThat(key.name()).isEqualTo("main");
    assertThat(key.state()).isEqualTo(TurnKey.State.ACTIVE);
    assertThat(world.provider.names()).containsEntry(key.uid(), "acme/main");
    assertThat(provision.list(admin, acme.id())).extracting(TurnKey::id).containsExactly(key.id());
    assertThat(world.acts()).containsExactly("turn-key.created");
  }

  @Test
  void a_key_that_could_not_be_kept_is_deleted_at_cloudflare_again() {
    TurnKeyProvider failing = new FailingAfterCreate(world);
    ProvisionTurnKey unlucky =
        new ProvisionTurnKey(
            world.turnKeys(),
            world.tenants(),
            world.accounts(),
            failing,
            world.audit(),
            world.transactions(),
            world.clock());
    assertThatThrownBy(() -> unlucky.create(admin, acme.id(), "main")).hasMessage("disk full");
    assertThat(world.provider.names()).isEmpty();
    assertThat(provision.list(admin, acme.id())).isEmpty();
  }

  @Test
  void what_cloudflare_refuses_or_cannot_do_now_leaves_nothing_behind() {
    world.provider.failWith(new Unavailable("Away.", Duration.ofSeconds(5)));
    assertThatThrownBy(() -> provision.create(admin, acme.id(), "main"))
        .isInstanceOf(Unavailable.class);
    assertThat(provision.list(admin, acme.id())).isEmpty();
  }

  @Test
  void a_key_made_elsewhere_is_adopted_once_its_secret_proved_right() {
    world.provider.hold("abc123", SECRET);
    assertRefused(
        Rejected.Reason.INVALID,
        () -> provision.adopt(admin, acme.id(), "old", "abc123", Secret.of("wrong")));
    TurnKey key = provision.adopt(admin, acme.id(), "old", "abc123", SECRET);
    assertThat(key.uid()).isEqualTo("abc123");
    assertRefused(
        Rejected.Reason.CONFLICT,
        () -> provision.adopt(admin, acme.id(), "again", "abc123", SECRET));
  }

  @Test
  void an_adopted_key_needs_name_uid_and_secret() {
    assertInvalid("name", () -> provision.adopt(admin, acme.id(), "", "abc123", SECRET));
    assertInvalid("uid", () -> provision.adopt(admin, acme.id(), "old", null, SECRET));
    assertInvalid("uid", () -> provision.adopt(admin, acme.id(), "old", "../keys", SECRET));
    assertInvalid("secret", () -> provision.adopt(admin, acme.id(), "old", "abc123", null));
  }

  @Test
  void a_suspended_tenant_gets_no_key() {
    TenantSamples.become(world, acme, Tenant.Status.SUSPENDED);
    assertRefused(Rejected.Reason.CONFLICT, () -> provision.create(admin, acme.id(), "main"));
    assertThat(world.provider.names()).isEmpty();
  }

  @Test
  void who_sees_usage_sees_the_keys_and_who_manages_keys_makes_them() {
    TurnKey key = provision.create(admin, acme.id(), "main");
    assertThat(provision.find(Callers.viewerOf(acme), acme.id(), key.id()).uid())
        .isEqualTo(key.uid());
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> provision.create(Callers.viewerOf(acme), acme.id(), "more"));
  }

  @Test
  void another_tenant_s_key_is_not_there() {
    TurnKey key = provision.create(admin, acme.id(), "main");
    Tenant other = world.samples.tenant("other");
    List<Runnable> tries =
        List.of(
            () -> provision.find(Callers.adminOf(other), other.id(), key.id()),
            () -> provision.find(Callers.adminOf(other), acme.id(), key.id()),
            () -> provision.list(Callers.adminOf(other), acme.id()),
            () -> provision.create(Callers.adminOf(other), acme.id(), "mine"));
    tries.forEach(attempt -> assertRefused(Rejected.Reason.NOT_FOUND, attempt::run));
  }

  /** The next commit after Cloudflare made the key fails. */
  private record FailingAfterCreate(World world) implements TurnKeyProvider {
    @Override
    public Created create(CloudflareAccount account, String name) {
      Created created = world.provider.create(account, name);
      world.transactions().failNextCommit(new IllegalStateException("disk full"));
      return created;
    }

    @Override
    public void confirm(CloudflareAccount account, String uid) {
      world.provider.confirm(account, uid);
    }

    @Override
    public void verify(CloudflareAccount account, String uid, Secret secret) {
      world.provider.verify(account, uid, secret);
    }

    @Override
    public void delete(CloudflareAccount account, String uid) {
      world.provider.delete(account, uid);
    }
  }
}
