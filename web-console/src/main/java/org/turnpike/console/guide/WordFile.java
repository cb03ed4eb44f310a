package org.turnpike.console.guide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** An empty A4 document for Word with the guide's styles, header and footer. */
final class WordFile implements AutoCloseable {
  private static final BigInteger BULLETS = BigInteger.ONE;
  private static final BigInteger NUMBERS = BigInteger.TWO;
  private static final int ACROSS = 11_906; // twentieths of a point
  private static final int DOWN = 16_838;
  private static final int MARGIN = 1_134;

  /** Between the margins. */
  static final int WIDTH = ACROSS - 2 * MARGIN;

  private final XWPFDocument document = new XWPFDocument();
  private final XWPFNumbering numbering = document.createNumbering();
  private int lists = BULLETS.intValue();
  private int bookmarks;

  WordFile() {
    try {
      document
          .createStyles()
          .setStyles(StylesDocument.Factory.parse(file("styles.xml")).getStyles());
      numbering.setNumbering(NumberingDocument.Factory.parse(file("numbering.xml")).getNumbering());
    } catch (IOException | XmlException broken) {
      throw new IllegalStateException("The guide's styles cannot be read", broken);
    }
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz page = section.addNewPgSz();
    page.setW(ACROSS);
    page.setH(DOWN);
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(MARGIN);
    margins.setRight(MARGIN);
    margins.setTop(MARGIN + 200);
    margins.setBottom(MARGIN + 60);
    margins.setHeader(600);
    margins.setFooter(500);
    margins.setGutter(0);
    section.addNewTitlePg(); // the first page has neither header nor footer
  }

  private static ByteArrayInputStream file(String name) {
    return new ByteArrayInputStream(Guide.resource(name));
  }

  XWPFDocument document() {
    return document;
  }

  XWPFParagraph paragraph(String style) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle(style);
    return paragraph;
  }

  XWPFParagraph paragraph(String style, String text) {
    XWPFParagraph paragraph = paragraph(style);
    paragraph.createRun().setText(text);
    return paragraph;
  }

  BigInteger bullets() {
    return BULLETS;
  }

  /** Of a list of its own, which begins at 1. */
  BigInteger numbers() {
    BigInteger list = BigInteger.valueOf(++lists);
    numbering.addNum(NUMBERS, list);
    var level = numbering.getNum(list).getCTNum().addNewLvlOverride();
    level.setIlvl(BigInteger.ZERO);
    level.addNewStartOverride().setVal(BigInteger.ONE);
    return list;
  }

  /** Names what the paragraph holds so far, for links to lead to. */
  void bookmark(XWPFParagraph paragraph, String name) {
    BigInteger id = BigInteger.valueOf(bookmarks++);
    var start = paragraph.getCTP().addNewBookmarkStart();
    start.setId(id);
    start.setName(name);
    paragraph.getCTP().addNewBookmarkEnd().setId(id);
  }

  void headerAndFooter(String header) {
    XWPFParagraph above = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    above.setStyle("Header");
    above.createRun().setText(header);
    XWPFParagraph below = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    below.setStyle("Footer");
    field(below, "PAGE", "1");
    below.createRun().setText(" / ");
    field(below, "NUMPAGES", "1");
  }

  /** Something that Word works out. */
  private static void field(XWPFParagraph paragraph, String what, String until) {
    begin(paragraph, what);
    paragraph.createRun().setText(until);
    end(paragraph);
  }

  static void begin(XWPFParagraph paragraph, String field) {
    mark(paragraph, STFldCharType.BEGIN);
    paragraph.createRun().getCTR().addNewInstrText().setStringValue(field);
    mark(paragraph, STFldCharType.SEPARATE);
  }

  static void end(XWPFParagraph paragraph) {
    mark(paragraph, STFldCharType.END);
  }

  private static void mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
    paragraph.createRun().getCTR().addNewFldChar().setFldCharType(type);
  }

  void properties(String title, Date written) {
    POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
    properties.setTitle(title);
    properties.setCreator("Turnpike");
    properties.setCreated(Optional.of(written));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      document.write(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
