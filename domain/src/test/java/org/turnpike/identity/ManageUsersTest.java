package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.Actor;
import org.turnpike.audit.AuditEntry;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.world.World;

class ManageUsersTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final Set<RoleGrant> OPERATOR = Set.of(new RoleGrant(Role.OPERATOR, null));
  private static final Set<RoleGrant> FINANCE = Set.of(new RoleGrant(Role.FINANCE, null));

  private final World world = new World();
  private final ManageUsers manage =
      new ManageUsers(world.users(), world.audit(), world.transactions(), world.clock());
  private UUID first;

  @BeforeEach
  void there_is_a_first_operator() {
    User user = UserSamples.active("first@example.com", OPERATOR, world.clock().instant());
    world.transactions().run(() -> world.users().add(user));
    first = user.id();
  }

  @Test
  void the_first_operator_of_the_settings_is_made_where_there_is_nobody() {
    World empty = new World();
    new ManageUsers(empty.users(), empty.audit(), empty.transactions(), empty.clock())
        .ensureFirstOperator("first@example.com", PASSWORD);
    User made = empty.transactions().call(empty.users()::all).get(0);
    assertThat(made.status()).isEqualTo(User.Status.ACTIVE);
    assertThat(made.roles()).isEqualTo(OPERATOR);
  }

  @Test
  void the_first_operator_is_made_once() {
    manage.ensureFirstOperator("second@example.com", PASSWORD);
    assertThat(manage.list(Caller.SYSTEM)).extracting(User::id).containsExactly(first);
  }

  @Test
  void an_invited_person_sets_a_password_by_the_one_time_link() {
    Secret token = manage.invite(Caller.SYSTEM, "a@example.com", "A", FINANCE).token();
    assertThat(find("a@example.com").status()).isEqualTo(User.Status.INVITED);
    manage.acceptInvitation(token, PASSWORD);
    assertThat(find("a@example.com").status()).isEqualTo(User.Status.ACTIVE);
    refused(() -> manage.acceptInvitation(token, PASSWORD), Rejected.Reason.INVALID);
    assertThat(world.acts()).contains("user.invited", "user.invitation-accepted");
  }

  @Test
  void the_audit_trail_names_roles_as_the_api_does() {
    TenantId tenant = new TenantId(UUID.randomUUID());
    manage.invite(
        Caller.SYSTEM, "a@example.com", "A", Set.of(new RoleGrant(Role.TENANT_VIEWER, tenant)));
    assertThat(world.entries())
        .extracting(AuditEntry::detail)
        .containsExactly("tenant-viewer of " + tenant);
  }

  @Test
  void a_new_link_ends_the_earlier_one() {
    Secret earlier = manage.invite(Caller.SYSTEM, "a@example.com", "A", FINANCE).token();
    Secret later = manage.inviteAgain(Caller.SYSTEM, find("a@example.com").id()).token();
    refused(() -> manage.acceptInvitation(earlier, PASSWORD), Rejected.Reason.INVALID);
    manage.acceptInvitation(later, PASSWORD);
  }

  @Test
  void a_short_password_does_not_use_up_the_link() {
    Secret token = manage.invite(Caller.SYSTEM, "a@example.com", "A", FINANCE).token();
    refused(() -> manage.acceptInvitation(token, Secret.of("short")), Rejected.Reason.INVALID);
    manage.acceptInvitation(token, PASSWORD);
  }

  @Test
  void an_address_is_invited_once() {
    refused(
        () -> manage.invite(Caller.SYSTEM, "FIRST@example.com", "A", FINANCE),
        Rejected.Reason.CONFLICT);
  }

  @Test
  void the_last_operator_can_neither_be_disabled_nor_lose_the_role() {
    manage.invite(Caller.SYSTEM, "invited@example.com", "Not there yet", OPERATOR);
    refused(() -> manage.disable(Caller.SYSTEM, first), Rejected.Reason.CONFLICT);
    refused(() -> manage.assignRoles(Caller.SYSTEM, first, FINANCE), Rejected.Reason.CONFLICT);
    assertThat(find("first@example.com").status()).isEqualTo(User.Status.ACTIVE);
    assertThat(find("first@example.com").roles()).isEqualTo(OPERATOR);
  }

  @Test
  void with_a_second_operator_the_first_may_go() {
    Secret token = manage.invite(Caller.SYSTEM, "b@example.com", "B", OPERATOR).token();
    manage.acceptInvitation(token, PASSWORD);
    manage.disable(Caller.SYSTEM, first);
    assertThat(find("first@example.com").status()).isEqualTo(User.Status.DISABLED);
    manage.enable(Caller.SYSTEM, first);
    assertThat(find("first@example.com").status()).isEqualTo(User.Status.ACTIVE);
  }

  @Test
  void a_disabled_person_is_not_invited_again() {
    UUID id = manage.invite(Caller.SYSTEM, "a@example.com", "A", FINANCE).user().id();
    manage.disable(Caller.SYSTEM, id);
    refused(() -> manage.inviteAgain(Caller.SYSTEM, id), Rejected.Reason.CONFLICT);
  }

  @Test
  void only_operators_manage_users() {
    Caller finance = Caller.of(new Actor(Actor.Kind.USER, first, "f", null), FINANCE);
    refused(() -> manage.list(finance), Rejected.Reason.FORBIDDEN);
    refused(() -> manage.invite(finance, "a@b", "A", FINANCE), Rejected.Reason.FORBIDDEN);
    refused(() -> manage.inviteAgain(finance, first), Rejected.Reason.FORBIDDEN);
    refused(() -> manage.assignRoles(finance, first, OPERATOR), Rejected.Reason.FORBIDDEN);
    refused(() -> manage.disable(finance, first), Rejected.Reason.FORBIDDEN);
    refused(() -> manage.enable(finance, first), Rejected.Reason.FORBIDDEN);
  }

  private User find(String email) {
    return world.transactions().call(() -> world.users().findByEmail(email).orElseThrow());
  }

  private static void refused(ThrowingCallable call, Rejected.Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Rejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
