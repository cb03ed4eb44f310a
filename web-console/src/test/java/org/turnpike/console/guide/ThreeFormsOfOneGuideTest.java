package org.turnpike.console.guide;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

/** The guide says the same on screen, as PDF and for Word. */
class ThreeFormsOfOneGuideTest {
  private static ReadHtml screen;
  private static ReadDocx word;
  private static ReadPdf pdf;

  @BeforeAll
  static void draw() {
    GuideFacts facts = Guides.maple();
    screen = ReadHtml.of(GuideHtml.onScreen(Guide.of(facts)));
    word = ReadDocx.of(GuideDocx.of(facts));
    pdf = ReadPdf.of(GuidePdf.of(facts));
  }

  @Test
  void no_placeholder_is_left() {
    assertThat(List.of(screen.words(), word.words(), pdf.words()))
        .noneMatch(words -> words.matches(".*\\{\\{[a-z0-9.]+}}.*"))
        .allMatch(words -> words.contains("https://turn.example.org/api/v1/ice-servers"));
  }

  @Test
  void the_same_headings() {
    assertThat(screen.headings()).hasSizeGreaterThan(25).startsWith("1 Introduction");
    assertThat(word.headings()).isEqualTo(screen.headings());
    assertThat(word.styled("TOC1", "TOC2")).isEqualTo(screen.headings());
    assertThat(pdf.bookmarks()).isEqualTo(screen.headings());
    assertThat(pdf.words()).contains(screen.headings().stream().map(ReadBack::dense).toList());
  }

  @Test
  void the_same_chapters_in_the_order_promised() {
    assertThat(screen.all("h2"))
        .extracting(chapter -> chapter.getTextContent())
        .containsExactly(
            "1 Introduction",
            "2 Cloudflare Realtime and TURN",
            "3 Endpoints and protocols",
            "4 Authentication and credentials",
            "5 ICE configuration",
            "6 Operations",
            "7 Testing and debugging",
            "Appendix: refresh");
  }

  @Test
  void the_same_snippets() {
    assertThat(screen.snippets()).hasSizeGreaterThan(20);
    assertThat(word.snippets()).isEqualTo(screen.snippets());
    assertThat(pdf.words()).contains(screen.snippets());
  }

  @Test
  void the_same_tables() {
    assertThat(screen.tables()).hasSizeGreaterThan(8);
    assertThat(word.tables()).isEqualTo(screen.tables());
    // What a cell holds in two fonts comes out of a PDF in another order.
    assertThat(pdf.words())
        .contains(
            Stream.of("th", "td")
                .flatMap(tag -> screen.all(tag).stream())
                .flatMap(cell -> Stream.of(cell.getTextContent().split("[\\s,:;]+|[.] ", -1)))
                .toList());
  }

  @Test
  void each_link_leads_somewhere() {
    Set<String> anchors =
        Stream.of("h2", "h3")
            .flatMap(tag -> screen.all(tag).stream())
            .map(heading -> "#" + heading.getAttribute("id"))
            .collect(toSet());

    assertThat(anchors).hasSameSizeAs(screen.headings());
    assertThat(screen.all("a"))
        .hasSizeGreaterThan(8)
        .extracting(link -> link.getAttribute("href"))
        .isSubsetOf(anchors);
    assertThat(linksOfWord()).isSubsetOf(anchors).hasSizeGreaterThan(screen.headings().size());
  }

  private static List<String> linksOfWord() {
    return word.document().getParagraphs().stream()
        .map(XWPFParagraph::getCTP)
        .flatMap(paragraph -> Stream.of(paragraph.getHyperlinkArray()))
        .map(CTHyperlink::getAnchor)
        .map(anchor -> "#" + anchor)
        .toList();
  }

  @Test
  void no_line_of_code_is_too_long_for_a_page() {
    assertThat(screen.all("pre"))
        .flatExtracting(code -> code.getTextContent().lines().toList())
        .allMatch(line -> line.replace("\t", "    ").length() <= 92);
  }

  @Test
  void the_pdf_is_tagged_titled_and_holds_its_fonts() throws Exception {
    var catalog = pdf.document().getDocumentCatalog();
    assertThat(catalog.getMarkInfo().isMarked()).isTrue();
    assertThat(catalog.getLanguage()).isEqualTo("en");
    assertThat(pdf.document().getDocumentInformation().getTitle())
        .isEqualTo("Integration guide: Maple Health");
    for (var page : pdf.document().getPages()) {
      for (var name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      }
    }
  }

  @Test
  void no_page_is_empty() {
    assertThat(pdf.pages()).hasSizeGreaterThan(10).allMatch(page -> page.length() > 60);
  }

  @Test
  void no_sign_is_missing_from_the_fonts() {
    PrintFonts fonts = PrintFonts.read();
    String signs = screen.root().getTextContent().replaceAll("\\s", "");
    assertThat(signs.codePoints().distinct().mapToObj(Character::toString)).allMatch(fonts::show);
  }
}
