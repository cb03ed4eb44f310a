package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Slice;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ManageTenantsTest {
  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();
  private final Tenant acme = world.samples.tenant("acme", account);
  private final ManageTenants manage =
      new ManageTenants(
          world.tenants(),
          world.apiKeys(),
          world.accounts(),
          world.plans(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());

  @Test
  void a_tenant_added_is_active_on_the_standard_plan_in_utc() {
    Tenant added = manage.add(Callers.operator(), named("Bravo", "bravo"));
    assertThat(added.status()).isEqualTo(Tenant.Status.ACTIVE);
    assertThat(added.plan()).isEqualTo("standard");
    assertThat(added.timeZone().getId()).isEqualTo("UTC");
    assertThat(world.acts()).containsExactly("tenant.added");
  }

  @Test
  void only_operators_add_and_change_tenants() {
    assertRefused(Rejected.Reason.FORBIDDEN, () -> manage.add(Callers.finance(), named("B", "b")));
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> manage.change(Callers.adminOf(acme), acme.id(), named("B", "b")));
  }

  @Test
  void others_see_the_tenants_of_their_reach_alone() {
    Tenant bravo = world.samples.tenant("bravo", account);
    assertThat(manage.all(Callers.viewerOf(bravo)))
        .extracting(Tenant::slug)
        .containsExactly("bravo");
    assertThat(manage.list(Callers.viewerOf(bravo), Slice.Request.first()).items())
        .extracting(Tenant::slug)
        .containsExactly("bravo");
    assertThat(manage.find(Callers.viewerOf(bravo), bravo.id()).slug()).isEqualTo("bravo");
    assertRefused(Rejected.Reason.NOT_FOUND, () -> manage.find(Callers.viewerOf(bravo), acme.id()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> manage.change(Callers.adminOf(bravo), acme.id(), named("x", "x")));
    assertThat(manage.all(Callers.finance())).hasSize(2);
  }

  @Test
  void a_slug_is_one_tenant_s_own() {
    assertRefused(
        Rejected.Reason.CONFLICT, () -> manage.add(Callers.operator(), named("Acme 2", "acme")));
    Tenant bravo = manage.add(Callers.operator(), named("Bravo", "bravo"));
    assertRefused(
        Rejected.Reason.CONFLICT,
        () -> manage.change(Callers.operator(), bravo.id(), named(null, "acme")));
    assertThat(manage.change(Callers.operator(), acme.id(), named("Acme!", "acme")).name())
        .isEqualTo("Acme!");
  }

  @Test
  void a_bad_value_is_refused_by_its_field() {
    assertInvalid("name", () -> manage.add(Callers.operator(), named(null, "b")));
    assertInvalid("name", () -> manage.add(Callers.operator(), named("a\u0000b", "b")));
    for (String slug : new String[] {null, "", "-a", "a-", "A", "a_b", "a\u0000", "x".repeat(64)}) {
      assertInvalid("slug", () -> manage.add(Callers.operator(), named("B", slug)));
    }
    for (String zone : new String[] {"Mars/Base", "+01:00", "UTC+1", ""}) {
      assertInvalid(
          "timeZone",
          () ->
              manage.add(
                  Callers.operator(), new TenantDetails("B", "b", account.id(), zone, null, null)));
    }
    for (String plan : new String[] {"gold", "stand\u0000ard"}) {
      assertInvalid(
          "plan",
          () ->
              manage.add(
                  Callers.operator(), new TenantDetails("B", "b", account.id(), null, plan, null)));
    }
    assertInvalid(
        "accountId",
        () ->
            manage.add(
                Callers.operator(),
                new TenantDetails("B", "b", new AccountId(UUID.randomUUID()), null, null, null)));
  }

  @Test
  void suspending_and_closing_move_the_epoch_and_renaming_does_not() {
    long before = epoch();
    manage.change(Callers.operator(), acme.id(), named("Acme Ltd", null));
    assertThat(epoch()).isEqualTo(before);
    become(Tenant.Status.SUSPENDED);
    assertThat(epoch()).isEqualTo(before + 1);
    assertThat(world.acts()).contains("tenant.changed", "tenant.suspended");
  }

  @Test
  void the_trail_tells_what_changed() {
    manage.change(
        Callers.operator(),
        acme.id(),
        new TenantDetails("Acme Ltd", "acme", null, "Europe/Berlin", "standard", null));
    assertThat(world.entries().get(0).action()).isEqualTo("tenant.changed");
    assertThat(world.entries().get(0).detail())
        .isEqualTo("name acme -> Acme Ltd, time zone UTC -> Europe/Berlin");
  }

  @Test
  void new_terms_move_the_epoch_and_are_told() {
    long before = epoch();
    setTerms(TtlChange.to(600, 7_200, null), WhenUnavailable.STUN_ONLY);
    assertThat(epoch()).isEqualTo(before + 1);
    assertThat(world.entries().get(0).action()).isEqualTo("tenant.changed");
    assertThat(world.entries().get(0).detail())
        .isEqualTo(
            "shortest life none -> 600, longest life none -> 7200,"
                + " when no relay can be had refuse -> stun-only");
  }

  @Test
  void that_a_key_may_stand_in_the_url_is_a_term_and_no_tenant_begins_with_it() {
    assertThat(acme.terms().keyInUrl()).isFalse();
    long before = epoch();
    manage.change(
        Callers.operator(),
        acme.id(),
        new TenantDetails(null, null, null, null, null, null, null, null, true, null));
    assertThat(manage.find(Callers.operator(), acme.id()).terms().keyInUrl()).isTrue();
    assertThat(epoch()).isEqualTo(before + 1);
    assertThat(world.entries().get(0).detail()).isEqualTo("API key in the URL refused -> allowed");
  }

  @Test
  void that_browsers_may_report_is_a_term_and_no_tenant_begins_with_it() {
    assertThat(acme.terms().relayReports()).isFalse();
    long before = epoch();
    manage.change(
        Callers.operator(),
        acme.id(),
        new TenantDetails(null, null, null, null, null, null, null, null, null, true));
    assertThat(manage.find(Callers.operator(), acme.id()).terms().relayReports()).isTrue();
    assertThat(epoch()).isEqualTo(before + 1);
    assertThat(world.entries().get(0).detail()).isEqualTo("relay reports refused -> taken");
  }

  @Test
  void bounds_that_leave_no_life_are_refused() {
    assertInvalid("minTtl", () -> setTerms(TtlChange.to(0, null, null), null));
    assertInvalid("maxTtl", () -> setTerms(TtlChange.to(null, 172_801, null), null));
    assertInvalid("maxTtl", () -> setTerms(TtlChange.to(601, 600, null), null));
    assertInvalid("defaultTtl", () -> setTerms(TtlChange.to(600, null, 599), null));
    setTerms(TtlChange.to(600, 600, 600), null);
    assertInvalid(
        "defaultTtl",
        () -> setTerms(new TtlChange(null, Replacement.by(3_600), Replacement.by(3_601)), null));
  }

  @Test
  void no_live_api_key_is_left_without_a_life_to_ask_for() {
    Scopes minting = new Scopes(EnumSet.of(Scope.CREDENTIALS));
    ApiKey brief = world.samples.apiKey(acme.id(), LimitChange.to(300, null, null), minting);
    assertInvalid("minTtl", () -> setTerms(TtlChange.to(301, null, null), null));
    setTerms(TtlChange.to(300, null, null), null);
    TenantSamples.revoke(world, brief);
    setTerms(TtlChange.to(301, null, null), null);
    assertThat(manage.find(Callers.operator(), acme.id()).terms().ttl().least()).isEqualTo(301);
  }

  @Test
  void a_change_of_nothing_is_none() {
    manage.change(Callers.operator(), acme.id(), named("acme", "acme"));
    assertThat(world.acts()).isEmpty();
  }

  @Test
  void a_suspended_tenant_comes_back_and_a_closed_one_does_not() {
    become(Tenant.Status.SUSPENDED);
    become(Tenant.Status.ACTIVE);
    become(Tenant.Status.CLOSED);
    assertRefused(Rejected.Reason.CONFLICT, () -> become(Tenant.Status.ACTIVE));
    assertThat(manage.find(Callers.operator(), acme.id()).status()).isEqualTo(Tenant.Status.CLOSED);
  }

  @Test
  void the_account_of_a_tenant_never_changes() {
    CloudflareAccount other = world.samples.account();
    assertInvalid(
        "accountId",
        () ->
            manage.change(
                Callers.operator(),
                acme.id(),
                new TenantDetails(null, null, other.id(), null, null, null)));
  }

  private TenantDetails named(String name, String slug) {
    return new TenantDetails(name, slug, account.id(), null, null, null);
  }

  private void setTerms(TtlChange ttl, WhenUnavailable whenUnavailable) {
    manage.change(
        Callers.operator(),
        acme.id(),
        new TenantDetails(null, null, null, null, null, null, ttl, whenUnavailable, null, null));
  }

  private void become(Tenant.Status status) {
    manage.change(
        Callers.operator(), acme.id(), new TenantDetails(null, null, null, null, null, status));
  }

  private long epoch() {
    return world.transactions().call(world.epoch()::current);
  }
}
