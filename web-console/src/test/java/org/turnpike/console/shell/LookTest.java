package org.turnpike.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void what_was_chosen_is_what_is_shown() {
    Look look =
        look(new Cookie("turnpike-theme", "dark"), new Cookie("turnpike-zone", "Europe%2FBerlin"));

    assertThat(look.theme()).isEqualTo("dark");
    assertThat(look.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(look.zones()).containsExactly("UTC", "Europe/Berlin");
  }

  @Test
  void without_a_choice_the_system_s_theme_and_utc() {
    assertThat(look().theme()).isEqualTo("system");
    assertThat(look().zone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void a_cookie_that_says_anything_else_is_not_believed() {
    Look look =
        look(new Cookie("turnpike-theme", "\"><script>"), new Cookie("turnpike-zone", "Nowhere"));

    assertThat(look.theme()).isEqualTo("system");
    assertThat(look.zone()).isEqualTo(ZoneId.of("UTC"));
  }

  private static Look look(Cookie... cookies) {
    return new Look(Requests.asking(Map.of(), cookies));
  }
}
