package org.turnpike.console.guide;

import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

/** Writes the words below a node into one paragraph. */
final class WordText extends AbstractVisitor {
  private final XWPFParagraph paragraph;
  private boolean bold;
  private boolean italic;
  private String target;

  private WordText(XWPFParagraph paragraph) {
    this.paragraph = paragraph;
  }

  static void write(Node node, XWPFParagraph paragraph) {
    new WordText(paragraph).visitChildren(node);
  }

  /** A run that leads to a bookmark of the document. */
  static XWPFRun link(XWPFParagraph paragraph, String bookmark) {
    CTHyperlink link = paragraph.getCTP().addNewHyperlink();
    link.setAnchor(bookmark);
    return new XWPFHyperlinkRun(link, link.addNewR(), paragraph);
  }

  @Override
  public void visit(Text text) {
    run().setText(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    XWPFRun run = run();
    run.setStyle("CodeCharacters");
    run.setText(code.getLiteral());
  }

  @Override
  public void visit(StrongEmphasis strong) {
    bold = true;
    visitChildren(strong);
    bold = false;
  }

  @Override
  public void visit(Emphasis emphasis) {
    italic = true;
    visitChildren(emphasis);
    italic = false;
  }

  /** The text links within itself alone; see the test. */
  @Override
  public void visit(Link link) {
    target = link.getDestination().substring(1);
    visitChildren(link);
    target = null;
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    run().setText(" ");
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    run().addBreak();
  }

  @Override
  public void visit(CustomNode unknown) {
    throw new IllegalStateException("The guide holds what Word is not told: " + unknown);
  }

  private XWPFRun run() {
    XWPFRun run = target == null ? paragraph.createRun() : link(paragraph, target);
    if (target != null) {
      run.setStyle("Hyperlink");
    }
    if (bold) {
      run.setBold(true);
    }
    if (italic) {
      run.setItalic(true);
    }
    return run;
  }
}
