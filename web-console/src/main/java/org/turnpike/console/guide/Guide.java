package org.turnpike.console.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * A tenant's guide as a tree, from which screen, PDF and Word are drawn.
 *
 * @param text everything below the title
 */
record Guide(GuideFacts facts, Node text, Headings headings) {
  static final String TITLE = "Integration guide";

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  static Guide of(GuideFacts facts) {
    Node text = PARSER.parse(new String(resource("guide.md"), StandardCharsets.UTF_8));
    text.accept(new Filling(facts.values()));
    Headings headings = new Headings();
    text.accept(headings);
    return new Guide(facts, text, headings);
  }

  /** A file beside this class. */
  static byte[] resource(String name) {
    try (InputStream file = Guide.class.getResourceAsStream(name)) {
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
