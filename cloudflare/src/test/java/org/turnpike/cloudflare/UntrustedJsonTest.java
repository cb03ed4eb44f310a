package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Unavailable;

class UntrustedJsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "7.0", "7e2", "-7", "9223372036854775807"})
  void whole_numbers_are_exact(String number) {
    assertThat(whole(number)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7.5",
        "1e-1",
        "9223372036854775808",
        "1e400",
        "1e999999999",
        "\"7\"",
        "true",
        "null",
        "[7]",
        "{}"
      })
  void what_is_no_whole_number_is_empty(String json) {
    assertThat(whole(json)).isEmpty();
  }

  @Test
  void a_number_of_thousands_of_digits_is_refused() {
    assertThatThrownBy(() -> whole("9".repeat(5000))).isInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> whole("1e99999999999")).isInstanceOf(Unavailable.class);
  }

  @Test
  void what_is_absent_leads_nowhere_and_breaks_nothing() {
    UntrustedJson json = UntrustedJson.parse("{\"a\": [1]}");

    assertThat(json.path("a", "b", "c").isAbsent()).isTrue();
    assertThat(json.path("x", "y").text()).isEmpty();
    assertThat(json.field("a").items().orElseThrow()).hasSize(1);
    assertThat(json.items()).isEmpty();
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThatThrownBy(() -> UntrustedJson.parse("[".repeat(100_000)))
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void the_replacement_character_is_text_like_any_other() {
    assertThat(UntrustedJson.parse("\"M\uFFFDller\"").text()).contains("M\uFFFDller");
  }

  private static OptionalLong whole(String json) {
    return UntrustedJson.parse("{\"value\": " + json + "}").field("value").whole();
  }
}
