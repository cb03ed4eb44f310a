package org.turnpike.console.guide;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.turnpike.console.guide.Headings.Entry;

/** Writes the guide's blocks into a document for Word, one after the other. */
final class WordBlocks extends AbstractVisitor {
  private final Guide guide;
  private final WordFile word;
  private String style = "Normal";
  private BigInteger list;

  WordBlocks(Guide guide, WordFile word) {
    this.guide = guide;
    this.word = word;
  }

  @Override
  public void visit(Heading heading) {
    Entry entry = guide.headings().of(heading);
    XWPFParagraph paragraph = word.paragraph(entry.chapter() ? "Heading1" : "Heading2");
    WordText.write(heading, paragraph);
    word.bookmark(paragraph, entry.anchor());
    if (entry.chapter() && entry.equals(guide.headings().inOrder().get(0))) {
      paragraph.setPageBreak(true);
    }
  }

  @Override
  public void visit(Paragraph text) {
    XWPFParagraph paragraph = word.paragraph(style);
    if (list != null) {
      paragraph.setNumID(list);
      paragraph.setNumILvl(BigInteger.ZERO);
    }
    WordText.write(text, paragraph);
  }

  @Override
  public void visit(BulletList bullets) {
    style = "ListBullet";
    list = word.bullets();
    visitChildren(bullets);
    style = "Normal";
    list = null;
  }

  @Override
  public void visit(OrderedList numbered) {
    style = "ListNumber";
    list = word.numbers();
    visitChildren(numbered);
    style = "Normal";
    list = null;
  }

  @Override
  public void visit(FencedCodeBlock block) {
    Snippet snippet = Snippet.of(block);
    if (!snippet.drawing()) {
      XWPFParagraph caption = word.paragraph("Caption");
      XWPFRun file = caption.createRun();
      file.setBold(true);
      file.setText(snippet.file());
      caption.createRun().setText(" " + snippet.caption());
    }
    XWPFParagraph code = word.paragraph(snippet.drawing() ? "Drawing" : "Code");
    XWPFRun run = code.createRun();
    String[] lines = snippet.code().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i], i);
    }
    if (snippet.whole()) {
      code.getCTPPr().addNewKeepLines();
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof TableBlock table)) {
      throw new IllegalStateException("The guide holds what Word is not told: " + block);
    }
    WordTable.write(table, word);
  }
}
