package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.world.PortContract;

public abstract class TenantsContract extends PortContract {
  private final CloudflareAccount account = samples.account();

  @Test
  void a_tenant_is_kept_as_made_and_as_changed() {
    Tenant acme = add("acme");
    assertThat(find(acme)).usingRecursiveComparison().isEqualTo(acme);
    TenantDetails change =
        new TenantDetails("Acme Ltd", null, null, "Europe/Berlin", null, Tenant.Status.SUSPENDED);
    run(() -> ports.tenants().find(acme.id()).orElseThrow().change(change));
    assertThat(find(acme).name()).isEqualTo("Acme Ltd");
    assertThat(find(acme).slug()).isEqualTo("acme");
    assertThat(find(acme).timeZone().getId()).isEqualTo("Europe/Berlin");
    assertThat(find(acme).status()).isEqualTo(Tenant.Status.SUSPENDED);
  }

  @Test
  void the_terms_of_a_tenant_are_kept_and_can_go() {
    Tenant acme = add("acme");
    assertThat(find(acme).terms())
        .isEqualTo(new Terms(TtlBounds.ANY, WhenUnavailable.REFUSE, false, false));
    change(acme, TtlChange.to(600, 7_200, null), WhenUnavailable.STUN_ONLY, true);
    assertThat(find(acme).terms())
        .isEqualTo(
            new Terms(new TtlBounds(600, 7_200, null), WhenUnavailable.STUN_ONLY, true, true));
    change(acme, TtlChange.to(null, null, null), null, null);
    assertThat(find(acme).terms())
        .isEqualTo(new Terms(TtlBounds.ANY, WhenUnavailable.STUN_ONLY, true, true));
  }

  @Test
  void it_is_found_by_id_and_by_slug() {
    Tenant acme = add("acme");
    assertThat(call(() -> ports.tenants().findBySlug("acme")).map(Tenant::id)).contains(acme.id());
    assertThat(call(() -> ports.tenants().findBySlug("acm"))).isEmpty();
    assertThat(call(() -> ports.tenants().find(new TenantId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void tenants_are_listed_in_the_order_they_were_made_a_page_at_a_time() {
    for (String slug : List.of("charlie", "alpha", "bravo")) {
      add(slug);
    }
    Slice<Tenant> first = call(() -> ports.tenants().list(null, new Slice.Request(2, null)));
    Slice<Tenant> second =
        call(() -> ports.tenants().list(null, new Slice.Request(2, first.next())));
    assertThat(slugs(first.items())).containsExactly("charlie", "alpha");
    assertThat(slugs(second.items())).containsExactly("bravo");
    assertThat(second.next()).isNull();
  }

  @Test
  void or_all_by_name() {
    add("charlie");
    add("bravo");
    TenantDetails capital = new TenantDetails("Alpha", "zulu", account.id(), null, null, null);
    run(() -> ports.tenants().add(new Tenant(capital, account.id(), ports.clock().instant())));
    assertThat(slugs(call(() -> ports.tenants().all(null))))
        .containsExactly("zulu", "bravo", "charlie");
  }

  @Test
  void those_outside_of_the_reach_are_left_out() {
    Tenant acme = add("acme");
    add("other");
    Set<TenantId> reach = Set.of(acme.id());
    assertThat(slugs(call(() -> ports.tenants().all(reach)))).containsExactly("acme");
    assertThat(slugs(call(() -> ports.tenants().list(reach, Slice.Request.first())).items()))
        .containsExactly("acme");
    assertThat(call(() -> ports.tenants().all(Set.of()))).isEmpty();
    assertThat(call(() -> ports.tenants().list(Set.of(), Slice.Request.first())).items()).isEmpty();
  }

  private void change(
      Tenant tenant, TtlChange ttl, WhenUnavailable whenUnavailable, Boolean switchedOn) {
    TenantDetails details =
        new TenantDetails(
            null, null, null, null, null, null, ttl, whenUnavailable, switchedOn, switchedOn);
    run(() -> ports.tenants().find(tenant.id()).orElseThrow().change(details));
  }

  private Tenant add(String slug) {
    ports.clock().advance(Duration.ofSeconds(1));
    return samples.tenant(slug, account);
  }

  private Tenant find(Tenant tenant) {
    return call(() -> ports.tenants().find(tenant.id()).orElseThrow());
  }

  private static List<String> slugs(List<Tenant> tenants) {
    return tenants.stream().map(Tenant::slug).toList();
  }
}
