package org.turnpike.console.guide;

import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/**
 * A guide as PDF, as PDFBox reads it: the words between header and footer, page after page, and the
 * bookmarks.
 */
record ReadPdf(PDDocument document) {
  private static final Rectangle BODY = new Rectangle(0, 60, 596, 722);

  static ReadPdf of(byte[] file) {
    try {
      return new ReadPdf(Loader.loadPDF(file));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<String> bookmarks() {
    List<String> titles = new ArrayList<>();
    collect(document.getDocumentCatalog().getDocumentOutline(), titles);
    return titles;
  }

  private static void collect(PDOutlineNode node, List<String> titles) {
    for (PDOutlineItem item : node.children()) {
      titles.add(item.getTitle());
      collect(item, titles);
    }
  }

  /** Of each page. */
  List<String> pages() {
    try {
      PDFTextStripperByArea stripper = new PDFTextStripperByArea();
      stripper.addRegion("body", BODY);
      List<String> pages = new ArrayList<>();
      for (var page : document.getPages()) {
        stripper.extractRegions(page);
        pages.add(ReadBack.dense(stripper.getTextForRegion("body")));
      }
      return pages;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String words() {
    return String.join("", pages());
  }
}
