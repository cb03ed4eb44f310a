package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

class PasswordHashTest {
  private static final Secret PASSWORD = Secret.of("correct horse battery");

  @Test
  void the_right_password_matches_and_no_other() {
    String hash = PasswordHash.of(PASSWORD);
    assertThat(PasswordHash.matches(hash, PASSWORD)).isTrue();
    assertThat(PasswordHash.matches(hash, Secret.of("correct horse battery "))).isFalse();
  }

  @Test
  void nobody_s_password_never_matches() {
    assertThat(PasswordHash.matches(null, PASSWORD)).isFalse();
    assertThat(PasswordHash.matches(null, Secret.of("nobody has this password"))).isFalse();
  }

  @Test
  void it_is_salted_and_names_its_cost_and_not_the_password() {
    String hash = PasswordHash.of(PASSWORD);
    assertThat(hash).startsWith("pbkdf2-sha256$600000$").doesNotContain(PASSWORD.reveal());
    assertThat(PasswordHash.of(PASSWORD)).isNotEqualTo(hash);
  }

  @Test
  void a_hash_of_another_cost_still_matches() {
    assertThat(PasswordHash.matches(UserSamples.CHEAP_HASH, UserSamples.PASSWORD)).isTrue();
    assertThat(PasswordHash.matches(UserSamples.CHEAP_HASH, PASSWORD)).isFalse();
  }

  @Test
  void a_short_password_is_refused() {
    assertThatThrownBy(() -> PasswordHash.of(Secret.of("11 letters!")))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("12");
    assertThat(PasswordHash.of(Secret.of("12 letters!!"))).isNotBlank();
  }
}
