package org.turnpike.console.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {
  @Test
  void a_page_of_this_console_is_gone_back_to_with_its_question() {
    String wanted = "/usage.xhtml?tenant=harbour&from=2026-11-01&zone=Europe%2FBerlin";

    assertThat(WayBack.within(wanted)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/overview.xhtml",
        "/\\evil.example/overview.xhtml",
        "https://evil.example/overview.xhtml",
        "/overview.xhtml?tenant=a\r\nSet-Cookie:x",
        "/overview.xhtml#@evil.example",
        "javascript:alert(1)",
        ""
      })
  void anything_else_leads_to_the_overview(String wanted) {
    assertThat(WayBack.within(wanted)).isEqualTo("/overview.xhtml");
  }

  @Test
  void nothing_wanted_leads_to_the_overview() {
    assertThat(WayBack.within(null)).isEqualTo("/overview.xhtml");
  }
}
