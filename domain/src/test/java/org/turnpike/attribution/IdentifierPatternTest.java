package org.turnpike.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierPatternTest {
  @ParameterizedTest
  @CsvSource({
    "acme, acme, true",
    "acme, acme/anna, false",
    "acme, Acme, false",
    "acme/*, acme/anna, true",
    "acme/*, acme/, true",
    "acme/*, acme, false",
    "*, anything, true",
    "*, '', true",
    "'', '', true",
    "'', acme, false"
  })
  void it_matches_one_identifier_or_all_that_begin_so(
      String pattern, String identifier, boolean matches) {
    assertThat(new IdentifierPattern(pattern).matches(identifier)).isEqualTo(matches);
  }

  @Test
  void the_more_precise_one_goes_first() {
    assertThat(
            Stream.of("*", "acme/*", "acme/anna", "acme/an*", "")
                .map(IdentifierPattern::new)
                .sorted(IdentifierPattern.BY_PRECISION)
                .map(IdentifierPattern::text))
        .containsExactly("acme/anna", "", "acme/an*", "acme/*", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a*b", "**", "*a", "line\nbreak"})
  void an_asterisk_stands_at_the_end_alone(String text) {
    assertInvalid("pattern", () -> new IdentifierPattern(text));
  }

  @Test
  void it_has_at_most_255_characters() {
    assertThat(new IdentifierPattern("x".repeat(255)).matches("x".repeat(255))).isTrue();
    assertInvalid("pattern", () -> new IdentifierPattern("x".repeat(256)));
    assertInvalid("pattern", () -> new IdentifierPattern(null));
  }

  @Test
  void logs_do_not_show_it() {
    assertThat(new IdentifierPattern("anna@example.com")).asString().doesNotContain("anna");
  }
}
