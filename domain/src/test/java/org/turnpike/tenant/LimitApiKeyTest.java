package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class LimitApiKeyTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey key = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final LimitApiKey limit =
      new LimitApiKey(
          world.apiKeys(),
          world.tenants(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());

  @Test
  void what_the_change_names_is_changed_and_the_rest_stays() {
    limit(LimitChange.to(3_600, 600, 50));
    limit(new LimitChange(null, Replacement.by(300), null));
    assertThat(found().maxTtl()).isEqualTo(3_600);
    assertThat(found().callLimit()).isEqualTo(new CallLimit(300, 50));
  }

  @Test
  void without_calls_per_minute_there_is_no_burst() {
    limit(LimitChange.to(null, 600, 50));
    limit(new LimitChange(null, Replacement.byNothing(), null));
    assertThat(found().callLimit()).isNull();
    assertInvalid("burst", () -> limit(LimitChange.to(null, null, 50)));
  }

  @Test
  void a_value_out_of_bounds_is_refused_by_its_field() {
    assertInvalid("maxTtl", () -> limit(LimitChange.to(0, null, null)));
    assertInvalid("maxTtl", () -> limit(LimitChange.to(172_801, null, null)));
    assertInvalid("callsPerMinute", () -> limit(LimitChange.to(null, 0, null)));
    assertInvalid("burst", () -> limit(LimitChange.to(null, 60, 0)));
    assertThat(found().callLimit()).isNull();
  }

  @Test
  void its_longest_life_is_not_below_its_tenant_s_shortest() {
    TenantSamples.setTerms(world, acme, TtlChange.to(600, null, null));
    assertInvalid("maxTtl", () -> limit(LimitChange.to(599, null, null)));
    assertThat(limit(LimitChange.to(600, null, null)).maxTtl()).isEqualTo(600);
  }

  @Test
  void a_change_moves_the_epoch_and_is_told() {
    long before = epoch();
    limit(LimitChange.to(3_600, 600, null));
    assertThat(epoch()).isEqualTo(before + 1);
    assertThat(world.entries().get(0).action()).isEqualTo("api-key.changed");
    assertThat(world.entries().get(0).subject()).isEqualTo("backend (" + key.hint() + "…)");
    assertThat(world.entries().get(0).detail())
        .isEqualTo("longest life none -> 3600, calls per minute none -> 600");
  }

  @Test
  void a_change_of_nothing_is_none() {
    long before = epoch();
    limit(LimitChange.NONE);
    assertThat(epoch()).isEqualTo(before);
    assertThat(world.acts()).doesNotContain("api-key.changed");
  }

  @Test
  void a_revoked_key_stays_as_it_is() {
    TenantSamples.revoke(world, key);
    assertRefused(Rejected.Reason.CONFLICT, () -> limit(LimitChange.to(null, 600, null)));
  }

  @Test
  void another_tenant_s_key_is_not_there() {
    Tenant other = world.samples.tenant("other");
    for (Caller caller : new Caller[] {Callers.adminOf(other), Callers.operator()}) {
      assertRefused(
          Rejected.Reason.NOT_FOUND,
          () -> limit.limit(caller, other.id(), key.id(), LimitChange.NONE));
    }
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> limit.limit(Callers.adminOf(other), acme.id(), key.id(), LimitChange.NONE));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> limit.find(Callers.operator(), acme.id(), new ApiKeyId(UUID.randomUUID())));
  }

  @Test
  void who_manages_no_keys_changes_none() {
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> limit.limit(Callers.viewerOf(acme), acme.id(), key.id(), LimitChange.NONE));
  }

  private ApiKey limit(LimitChange change) {
    return limit.limit(Callers.adminOf(acme), acme.id(), key.id(), change);
  }

  private ApiKey found() {
    return limit.find(Callers.adminOf(acme), acme.id(), key.id());
  }

  private long epoch() {
    return world.transactions().call(world.epoch()::current);
  }
}
