package org.turnpike.console.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tenant is called, it is called so in its guide, and nothing else of it changes. */
class NamesAreDataTest {
  private static final GuideFacts MAPLE = Guides.maple();
  private static final ReadHtml PLAIN = screen(MAPLE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script> & <b>Co</b>",
        "]]> <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]> &e; &amp;",
        "*stars* _lines_ `ticks` [link](http://x) # ## | pipe | \\",
        "$1 \\1 ${jndi:ldap://x} {{url}} #{7*7}",
        "\"quotes\" 'and' %s %n",
        "شركة القيقب للصحة",
        "חברת מייפל Ltd",
        "Łódź Ünïcødé Ελλάδα Москва"
      })
  void a_name_is_a_name(String name) {
    GuideFacts facts = MAPLE.called(name);
    ReadHtml screen = screen(facts);
    ReadDocx word = ReadDocx.of(GuideDocx.of(facts));
    ReadPdf pdf = ReadPdf.of(GuidePdf.of(facts));

    assertThat(screen.root().getTextContent()).contains("of " + name + ".");
    assertThat(word.styled("Subtitle")).containsExactly(name);
    assertThat(pdf.document().getDocumentInformation().getTitle()).endsWith(": " + name);
    assertThat(screen.all("script")).isEmpty();
    assertThat(screen.headings()).isEqualTo(PLAIN.headings());
    assertThat(screen.snippets()).isEqualTo(PLAIN.snippets());
    assertThat(screen.tables()).hasSameSizeAs(PLAIN.tables());
    assertThat(word.headings()).isEqualTo(PLAIN.headings());
    assertThat(word.tables()).isEqualTo(screen.tables());
    assertThat(pdf.bookmarks()).isEqualTo(PLAIN.headings());
  }

  @Test
  void the_longest_name_breaks_no_page() {
    GuideFacts facts = MAPLE.called("Maplehealth".repeat(18));

    assertThat(ReadPdf.of(GuidePdf.of(facts)).pages().get(0)).contains(facts.name());
    assertThat(ReadDocx.of(GuideDocx.of(facts)).styled("Subtitle")).containsExactly(facts.name());
  }

  @Test
  void what_xml_cannot_hold_is_replaced() {
    GuideFacts facts = MAPLE.called("Ma\u0001p\uFFFFle\uD800");

    assertThat(facts.name()).isEqualTo("Ma\uFFFDp\uFFFDle\uFFFD");
    assertThat(screen(facts).words()).contains(facts.name());
  }

  @Test
  void a_name_in_letters_that_no_font_has_is_the_slug_in_the_pdf_alone() {
    GuideFacts facts = MAPLE.called("株式会社メープル");

    assertThat(ReadPdf.of(GuidePdf.of(facts)).pages().get(0)).contains("maple");
    assertThat(ReadDocx.of(GuideDocx.of(facts)).styled("Subtitle")).containsExactly(facts.name());
    assertThat(screen(facts).words()).contains(facts.name());
  }

  private static ReadHtml screen(GuideFacts facts) {
    return ReadHtml.of(GuideHtml.onScreen(Guide.of(facts)));
  }
}
