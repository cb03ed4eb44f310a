package org.turnpike.console.guide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** A guide for Word, as POI reads it. */
record ReadDocx(XWPFDocument document) implements ReadBack {
  static ReadDocx of(byte[] file) {
    try {
      return new ReadDocx(new XWPFDocument(new ByteArrayInputStream(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public List<String> headings() {
    return styled("Heading1", "Heading2");
  }

  List<String> styled(String... styles) {
    return document.getParagraphs().stream()
        .filter(paragraph -> List.of(styles).contains(String.valueOf(paragraph.getStyle())))
        .map(XWPFParagraph::getText)
        .toList();
  }

  @Override
  public List<String> snippets() {
    return styled("Caption", "Code", "Drawing").stream().map(ReadBack::dense).toList();
  }

  @Override
  public List<List<List<String>>> tables() {
    return document.getTables().stream()
        .map(
            table ->
                table.getRows().stream()
                    .map(
                        row ->
                            row.getTableCells().stream()
                                .map(cell -> ReadBack.dense(cell.getText()))
                                .toList())
                    .toList())
        .toList();
  }

  @Override
  public String words() {
    try (XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      extractor.setCloseFilesystem(false);
      return ReadBack.dense(extractor.getText());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
