package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

class UserLifeTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Secret PASSWORD = Secret.of("correct horse battery");
  private static final Set<RoleGrant> OPERATOR = Set.of(new RoleGrant(Role.OPERATOR, null));

  private final User user = new User("Alice@Example.com", null, OPERATOR, NOW);

  @Test
  void an_address_is_kept_in_small_letters_and_stands_in_for_a_missing_name() {
    assertThat(user.email()).isEqualTo("alice@example.com");
    assertThat(user.name()).isEqualTo("alice@example.com");
  }

  @Test
  void invited_then_active_with_a_password_then_disabled_and_enabled() {
    user.invite(NOW);
    assertThat(user.status()).isEqualTo(User.Status.INVITED);
    user.acceptInvitation(PASSWORD, NOW.plus(Duration.ofDays(6)));
    assertThat(user.status()).isEqualTo(User.Status.ACTIVE);
    user.disable(NOW);
    assertThat(user.status()).isEqualTo(User.Status.DISABLED);
    assertThat(user.opensWith(PASSWORD)).isFalse();
    user.enable();
    assertThat(user.opensWith(PASSWORD)).isTrue();
  }

  @Test
  void an_invitation_is_good_once_and_for_seven_days() {
    user.invite(NOW);
    assertThatThrownBy(() -> user.acceptInvitation(PASSWORD, NOW.plus(Duration.ofDays(7))))
        .isInstanceOf(Rejected.class);
    user.acceptInvitation(PASSWORD, NOW);
    assertThatThrownBy(() -> user.acceptInvitation(PASSWORD, NOW)).isInstanceOf(Rejected.class);
  }

  @Test
  void disabling_ends_an_invitation() {
    user.invite(NOW);
    user.disable(NOW);
    user.enable();
    assertThatThrownBy(() -> user.acceptInvitation(PASSWORD, NOW)).isInstanceOf(Rejected.class);
  }

  @Test
  void without_a_password_nobody_signs_in() {
    assertThat(user.opensWith(PASSWORD)).isFalse();
  }

  @Test
  void a_user_has_a_role_at_least() {
    assertThatThrownBy(() -> user.grant(Set.of())).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> new User("a@b", null, null, NOW)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "alice", "@", "a@", "@b", "a b@c", "a@b\u0000", "a@b@c"})
  void what_is_no_address_makes_no_user(String email) {
    assertThatThrownBy(() -> new User(email, "A", OPERATOR, NOW)).isInstanceOf(Rejected.class);
  }
}
