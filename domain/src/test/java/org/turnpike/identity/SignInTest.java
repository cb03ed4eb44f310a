package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.World;

class SignInTest {
  private static final Secret RIGHT = UserSamples.PASSWORD;
  private static final Secret WRONG = Secret.of("incorrect horse battery");
  private static final String ADDRESS = "192.0.2.1";

  private final World world = new World();
  private final SignInThrottle throttle = new SignInThrottle(world.clock());
  private final SignIn signIn =
      new SignIn(world.users(), throttle, world.audit(), world.transactions(), world.clock());
  private UUID alice;

  @BeforeEach
  void alice_may_sign_in() {
    alice = add("alice@example.com");
  }

  @Test
  void the_right_password_opens_whatever_the_case_of_the_address() {
    assertThat(signIn.signIn(" Alice@Example.COM ", RIGHT, ADDRESS)).isPresent();
    assertThat(user().lastSignInAt()).isEqualTo(world.clock().instant());
    assertThat(world.acts()).containsExactly("user.signed-in");
  }

  @Test
  void a_wrong_password_opens_nothing_and_is_audited() {
    assertThat(signIn.signIn("alice@example.com", WRONG, ADDRESS)).isEmpty();
    assertThat(user().lastSignInAt()).isNull();
    assertThat(world.acts()).containsExactly("user.sign-in-failed");
  }

  @Test
  void nobody_signs_in_who_is_not_known() {
    assertThat(signIn.signIn("bob@example.com", RIGHT, ADDRESS)).isEmpty();
    assertThat(signIn.signIn("b\u0000b@example.com", RIGHT, ADDRESS)).isEmpty();
  }

  @Test
  void a_disabled_person_does_not_sign_in_and_loses_the_session() {
    String mark = user().passwordMark();
    assertThat(signIn.caller(alice, mark, ADDRESS)).isPresent();
    world
        .transactions()
        .run(() -> world.users().find(alice).orElseThrow().disable(world.clock().instant()));
    assertThat(signIn.signIn("alice@example.com", RIGHT, ADDRESS)).isEmpty();
    assertThat(signIn.caller(alice, mark, ADDRESS)).isEmpty();
  }

  @Test
  void a_new_password_ends_the_sessions_of_the_one_before() {
    String before = user().passwordMark();
    world
        .transactions()
        .run(
            () -> {
              User user = world.users().find(alice).orElseThrow();
              user.invite(world.clock().instant());
              user.acceptInvitation(RIGHT, world.clock().instant());
            });
    assertThat(signIn.caller(alice, before, ADDRESS)).isEmpty();
    assertThat(signIn.caller(alice, user().passwordMark(), ADDRESS)).isPresent();
  }

  @Test
  void the_sixth_guess_at_one_name_waits_wherever_it_comes_from() {
    for (int i = 0; i < 5; i++) {
      signIn.signIn("alice@example.com", WRONG, "192.0.2." + i);
    }
    assertThatThrownBy(() -> signIn.signIn("alice@example.com", RIGHT, "192.0.2.9"))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void the_fifty_first_guess_from_one_address_waits_whomever_it_is_for() {
    guessAt(50);
    assertThatThrownBy(() -> signIn.signIn("alice@example.com", RIGHT, ADDRESS))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void who_has_signed_in_from_there_before_signs_in_all_the_same() {
    signIn.signIn("alice@example.com", RIGHT, ADDRESS);
    guessAt(50);
    assertThat(signIn.signIn("alice@example.com", RIGHT, ADDRESS)).isPresent();
  }

  /** What wrong passwords leave behind, without the time that hashing them takes. */
  private void guessAt(int people) {
    for (int i = 0; i < people; i++) {
      throttle.failed("somebody" + i + "@example.com", ADDRESS);
    }
  }

  private UUID add(String email) {
    User user =
        UserSamples.active(
            email, Set.of(new RoleGrant(Role.OPERATOR, null)), world.clock().instant());
    world.transactions().run(() -> world.users().add(user));
    return user.id();
  }

  private User user() {
    return world.transactions().call(() -> world.users().find(alice).orElseThrow());
  }
}
