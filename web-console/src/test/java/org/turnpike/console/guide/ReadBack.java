package org.turnpike.console.guide;

import java.util.List;

/** What of a guide can be read back, the same of each of its forms. */
interface ReadBack {
  /** Titles of chapters and sections, in order. */
  List<String> headings();

  /** Captions and code of snippets, and the drawing, without any blanks. */
  List<String> snippets();

  /** Cells of tables, row by row, without any blanks. */
  List<List<List<String>>> tables();

  /** Everything, without any blanks. */
  String words();

  static String dense(String text) {
    return text.replaceAll("\\s", "");
  }
}
