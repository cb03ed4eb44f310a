package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.world.PortContract;

public abstract class UsersContract extends PortContract {
  private static final RoleGrant OPERATOR = new RoleGrant(Role.OPERATOR, null);
  private static final RoleGrant FINANCE = new RoleGrant(Role.FINANCE, null);

  private final Instant now = ports.clock().instant();
  private final TenantId ours = samples.tenant("ours").id();
  private final TenantId theirs = samples.tenant("theirs").id();

  @Test
  void at_first_there_is_nobody() {
    assertThat(call(ports.users()::isEmpty)).isTrue();
    add("a@example.com", OPERATOR);
    assertThat(call(ports.users()::isEmpty)).isFalse();
  }

  @Test
  void a_user_is_kept_as_made() {
    User user = add("a@example.com", OPERATOR);
    assertThat(find(user)).usingRecursiveComparison().isEqualTo(user);
    assertThat(call(() -> ports.users().find(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void a_user_is_found_by_address_whatever_its_case() {
    User user = add("Alice@Example.com", OPERATOR);
    assertThat(call(() -> ports.users().findByEmail(" ALICE@example.COM")).map(User::id))
        .contains(user.id());
    assertThat(call(() -> ports.users().findByEmail("lice@example.com"))).isEmpty();
  }

  @Test
  void a_user_is_found_by_the_invitation_that_is_open() {
    User user = add("a@example.com", OPERATOR);
    Secret token = call(() -> ports.users().find(user.id()).orElseThrow().invite(now));
    String hash = RandomToken.sha256(token.reveal());
    assertThat(call(() -> ports.users().findByInvitation(hash)).map(User::id)).contains(user.id());
    run(() -> ports.users().find(user.id()).orElseThrow().disable(now));
    assertThat(call(() -> ports.users().findByInvitation(hash))).isEmpty();
  }

  @Test
  void roles_for_the_company_and_for_several_tenants_are_kept_and_replaced() {
    User user =
        add(
            "a@example.com",
            FINANCE,
            new RoleGrant(Role.TENANT_ADMIN, ours),
            new RoleGrant(Role.TENANT_VIEWER, theirs));
    assertThat(find(user).roles())
        .containsExactlyInAnyOrder(
            FINANCE,
            new RoleGrant(Role.TENANT_ADMIN, ours),
            new RoleGrant(Role.TENANT_VIEWER, theirs));
    run(() -> ports.users().find(user.id()).orElseThrow().grant(Set.of(OPERATOR, FINANCE)));
    assertThat(find(user).roles()).containsExactlyInAnyOrder(OPERATOR, FINANCE);
    run(() -> ports.users().find(user.id()).orElseThrow().grant(Set.of(OPERATOR)));
    assertThat(find(user).roles()).containsExactly(OPERATOR);
  }

  @Test
  void a_changed_role_is_seen_by_a_list_made_in_the_same_transaction() {
    User user = add("a@example.com", OPERATOR);
    Set<RoleGrant> seen =
        call(
            () -> {
              ports.users().find(user.id()).orElseThrow().grant(Set.of(FINANCE));
              return ports.users().all().get(0).roles();
            });
    assertThat(seen).containsExactly(FINANCE);
  }

  @Test
  void a_sign_in_is_stamped() {
    User user = UserSamples.active("a@example.com", Set.of(OPERATOR), now);
    run(() -> ports.users().add(user));
    run(() -> ports.users().find(user.id()).orElseThrow().signedIn(now.plusSeconds(1)));
    assertThat(find(user).opensWith(UserSamples.PASSWORD)).isTrue();
    assertThat(find(user).lastSignInAt()).isEqualTo(now.plusSeconds(1));
  }

  @Test
  void all_are_listed_by_name() {
    for (String name : new String[] {"bob", "Alice", "carol"}) {
      run(() -> ports.users().add(new User(name + "@example.com", name, Set.of(OPERATOR), now)));
    }
    assertThat(call(ports.users()::all))
        .extracting(User::name)
        .containsExactly("Alice", "bob", "carol");
  }

  private User add(String email, RoleGrant... roles) {
    User user = new User(email, "A", Set.of(roles), now);
    run(() -> ports.users().add(user));
    return user;
  }

  private User find(User user) {
    return call(() -> ports.users().find(user.id()).orElseThrow());
  }
}
