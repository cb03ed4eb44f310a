package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void it_prints_redacted_and_reveals_on_request_alone() {
    Secret secret = Secret.of("s3cret");
    assertThat(secret).hasToString("•••");
    assertThat("%s".formatted(secret)).doesNotContain("s3cret");
    assertThat(secret.reveal()).isEqualTo("s3cret");
  }

  @Test
  void two_of_the_same_text_are_equal() {
    assertThat(Secret.of("one")).isEqualTo(Secret.of("one")).hasSameHashCodeAs(Secret.of("one"));
    assertThat(Secret.of("one")).isNotEqualTo(Secret.of("two"));
  }

  @Test
  void it_is_never_blank() {
    for (String text : new String[] {null, "", " "}) {
      assertThatThrownBy(() -> Secret.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
