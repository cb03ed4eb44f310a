package org.turnpike.console.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.Actor;
import org.turnpike.console.gate.SignedIn;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class TenantInViewTest {
  private final World world = new World();
  private final ManageTenants tenants =
      new ManageTenants(
          world.tenants(),
          world.apiKeys(),
          world.accounts(),
          world.plans(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());
  private Tenant alpine;
  private Tenant harbour;

  @BeforeEach
  void two_tenants() {
    harbour = world.samples.tenant("harbour");
    alpine = world.samples.tenant("alpine");
  }

  @Test
  void the_address_names_the_tenant() {
    TenantInView inView = inView(operator(), "harbour");

    assertThat(inView.id()).isEqualTo(harbour.id());
    assertThat(inView.href("usage.xhtml", "from=2026-11-01"))
        .isEqualTo("usage.xhtml?tenant=harbour&from=2026-11-01");
  }

  @Test
  void without_one_an_operator_sees_the_whole_company() {
    TenantInView inView = inView(operator(), null);

    assertThat(inView.company()).isTrue();
    assertThat(inView.href("audit.xhtml")).isEqualTo("audit.xhtml");
    assertThatThrownBy(inView::id).isInstanceOf(Rejected.class);
  }

  @Test
  void without_one_others_see_the_first_of_their_tenants() {
    Caller both =
        person(
            new RoleGrant(Role.TENANT_VIEWER, harbour.id()),
            new RoleGrant(Role.TENANT_ADMIN, alpine.id()));

    assertThat(inView(both, null).id()).isEqualTo(alpine.id());
  }

  @Test
  void a_tenant_out_of_reach_does_not_exist() {
    Caller ofHarbour = person(new RoleGrant(Role.TENANT_ADMIN, harbour.id()));

    assertThatThrownBy(() -> inView(ofHarbour, "alpine"))
        .isInstanceOfSatisfying(
            Rejected.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Rejected.Reason.NOT_FOUND));
  }

  @Test
  void keys_are_for_those_who_may_manage_them_here() {
    Caller mixed =
        person(
            new RoleGrant(Role.TENANT_VIEWER, harbour.id()),
            new RoleGrant(Role.TENANT_ADMIN, alpine.id()));

    assertThat(inView(mixed, "alpine").keys(new SignedIn(mixed))).isTrue();
    assertThat(inView(mixed, "harbour").keys(new SignedIn(mixed))).isFalse();
  }

  @Test
  void who_holds_credentials_is_for_those_who_may_issue_and_revoke_them_here() {
    Caller mixed =
        person(
            new RoleGrant(Role.TENANT_VIEWER, harbour.id()),
            new RoleGrant(Role.TENANT_ADMIN, alpine.id()));
    Caller finance = person(new RoleGrant(Role.FINANCE, null));

    assertThat(inView(mixed, "alpine").credentials(new SignedIn(mixed))).isTrue();
    assertThat(inView(mixed, "harbour").credentials(new SignedIn(mixed))).isFalse();
    assertThat(inView(finance, "alpine").credentials(new SignedIn(finance))).isFalse();
    assertThat(inView(operator(), "alpine").credentials(new SignedIn(operator()))).isTrue();
  }

  private TenantInView inView(Caller caller, String slug) {
    Map<String, String> parameters = slug == null ? Map.of() : Map.of("tenant", slug);
    return new TenantInView(Requests.asking(parameters), new SignedIn(caller), tenants);
  }

  private static Caller operator() {
    return person(new RoleGrant(Role.OPERATOR, null));
  }

  private static Caller person(RoleGrant... roles) {
    return Caller.of(Actor.SYSTEM, Set.of(roles));
  }
}
