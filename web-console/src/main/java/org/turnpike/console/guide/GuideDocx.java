package org.turnpike.console.guide;

import java.util.Date;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.turnpike.console.guide.Headings.Entry;

/** The guide for Word: title page, contents with links, and real headings, lists and tables. */
final class GuideDocx {
  private final Guide guide;
  private final WordFile word;

  private GuideDocx(Guide guide, WordFile word) {
    this.guide = guide;
    this.word = word;
  }

  static byte[] of(GuideFacts facts) {
    Guide guide = Guide.of(facts);
    try (WordFile word = new WordFile()) {
      GuideDocx docx = new GuideDocx(guide, word);
      String title = Guide.TITLE + ": " + facts.name();
      word.properties(title, Date.from(facts.written().toInstant()));
      word.headerAndFooter(Guide.TITLE + " · " + facts.name());
      docx.frontPage();
      docx.contents();
      guide.text().accept(new WordBlocks(guide, word));
      return word.bytes();
    }
  }

  private void frontPage() {
    word.paragraph("Title", Guide.TITLE);
    word.paragraph("Subtitle", guide.facts().name());
    word.paragraph("Normal", "TURN relays of Cloudflare, by Turnpike").setSpacingAfter(1_200);
    GuidePrint.imprint(guide.facts()).forEach(line -> word.paragraph("Normal", line));
  }

  /**
   * A field that Word can make anew. Until then it holds what it would: links, without numbers of
   * pages, which only Word knows.
   */
  private void contents() {
    word.paragraph("TOCHeading", "Contents");
    List<Entry> entries = guide.headings().inOrder();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      XWPFParagraph line = word.paragraph(entry.chapter() ? "TOC1" : "TOC2");
      if (i == 0) {
        WordFile.begin(line, " TOC \\o \"1-2\" \\h \\n ");
      }
      WordText.link(line, entry.anchor()).setText(entry.title());
      if (i == entries.size() - 1) {
        WordFile.end(line);
      }
    }
  }
}
