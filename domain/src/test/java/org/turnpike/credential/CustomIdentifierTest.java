package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;

class CustomIdentifierTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "alice@example.com", "böse Überraschung", "会议-7"})
  void it_is_kept_as_given(String text) {
    assertThat(new CustomIdentifier(text).text()).isEqualTo(text);
  }

  @Test
  void it_has_255_characters_at_most() {
    assertThat(new CustomIdentifier("x".repeat(255)).text()).hasSize(255);
    refused("x".repeat(256));
    refused("x".repeat(1 << 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "\u007f", "a\u0085b"})
  void nothing_and_control_characters_are_refused(String text) {
    refused(text);
  }

  @Test
  void being_personal_data_it_is_not_printed() {
    assertThat(new CustomIdentifier("alice")).hasToString("•••");
  }

  private static void refused(String text) {
    assertThatThrownBy(() -> new CustomIdentifier(text))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.errors().get(0).field()).isEqualTo("customIdentifier"));
  }
}
