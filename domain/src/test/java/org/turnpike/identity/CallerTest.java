package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.Actor;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;

class CallerTest {
  private static final TenantId OURS = new TenantId(UUID.randomUUID());
  private static final TenantId THEIRS = new TenantId(UUID.randomUUID());
  private static final Actor ACTOR = new Actor(Actor.Kind.USER, UUID.randomUUID(), "a@b", null);

  private final Caller tenantViewer = person(new RoleGrant(Role.TENANT_VIEWER, OURS));
  private final Caller finance = person(new RoleGrant(Role.FINANCE, null));
  private final Caller operator = person(new RoleGrant(Role.OPERATOR, null));

  @Test
  void what_lies_outside_the_reach_is_not_there() {
    refused(() -> tenantViewer.require(Scope.USAGE, THEIRS), Rejected.Reason.NOT_FOUND);
    refused(() -> tenantViewer.require(Scope.KEYS, THEIRS), Rejected.Reason.NOT_FOUND);
  }

  @Test
  void what_lies_inside_but_needs_another_scope_is_forbidden() {
    refused(() -> tenantViewer.require(Scope.KEYS, OURS), Rejected.Reason.FORBIDDEN);
    refused(() -> finance.require(Scope.CREDENTIALS, OURS), Rejected.Reason.FORBIDDEN);
    tenantViewer.require(Scope.USAGE, OURS);
  }

  @Test
  void a_role_for_the_company_reaches_every_tenant() {
    finance.require(Scope.FINANCE, THEIRS);
    assertThat(finance.reach(Scope.FINANCE)).isNull();
    assertThat(finance.visibleTenants()).isNull();
  }

  @Test
  void a_scope_reaches_the_tenants_it_is_held_for_and_is_forbidden_when_there_are_none() {
    assertThat(tenantViewer.reach(Scope.USAGE)).containsExactly(OURS);
    assertThat(tenantViewer.visibleTenants()).containsExactly(OURS);
    refused(() -> tenantViewer.reach(Scope.KEYS), Rejected.Reason.FORBIDDEN);
    refused(() -> finance.reach(Scope.CREDENTIALS), Rejected.Reason.FORBIDDEN);
  }

  @Test
  void several_roles_add_up_tenant_by_tenant() {
    Caller both =
        person(new RoleGrant(Role.TENANT_VIEWER, OURS), new RoleGrant(Role.TENANT_ADMIN, THEIRS));
    both.require(Scope.KEYS, THEIRS);
    refused(() -> both.require(Scope.KEYS, OURS), Rejected.Reason.FORBIDDEN);
    assertThat(both.reach(Scope.USAGE)).containsExactlyInAnyOrder(OURS, THEIRS);
    assertThat(both.reach(Scope.KEYS)).containsExactly(THEIRS);
    assertThat(both.scopes()).contains(Scope.KEYS, Scope.USAGE).doesNotContain(Scope.ADMIN);
  }

  @Test
  void only_operators_administer_and_finance_sees_neither_grants_nor_keys() {
    operator.requireEverywhere(Scope.ADMIN);
    refused(() -> finance.requireEverywhere(Scope.ADMIN), Rejected.Reason.FORBIDDEN);
    assertThat(finance.scopes()).containsExactlyInAnyOrder(Scope.USAGE, Scope.FINANCE, Scope.AUDIT);
    assertThat(operator.scopes()).containsExactlyInAnyOrder(Scope.values());
  }

  @Test
  void a_tenant_s_admin_is_nobody_s_operator() {
    Caller admin = person(new RoleGrant(Role.TENANT_ADMIN, OURS));
    refused(() -> admin.requireEverywhere(Scope.ADMIN), Rejected.Reason.FORBIDDEN);
    refused(() -> admin.require(Scope.ADMIN, OURS), Rejected.Reason.FORBIDDEN);
    assertThat(admin.mayEverywhere(Scope.USAGE)).isFalse();
  }

  @Test
  void a_role_is_held_where_it_belongs() {
    refused(() -> new RoleGrant(Role.OPERATOR, OURS), Rejected.Reason.INVALID);
    refused(() -> new RoleGrant(Role.TENANT_ADMIN, null), Rejected.Reason.INVALID);
  }

  private static Caller person(RoleGrant... roles) {
    return Caller.of(ACTOR, Set.of(roles));
  }

  private static void refused(ThrowingCallable call, Rejected.Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Rejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
