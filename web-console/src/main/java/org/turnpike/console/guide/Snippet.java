package org.turnpike.console.guide;

import java.util.Map;
import org.commonmark.node.FencedCodeBlock;

/**
 * A piece of code. The text says of it ```language file state.
 *
 * @param caption what stands above it; empty for a drawing
 */
record Snippet(String file, String caption, String code) {
  private static final int LINES_KEPT_TOGETHER = 40;
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "bash", "Shell",
          "go", "Go",
          "java", "Java",
          "js", "JavaScript",
          "json", "JSON",
          "jsx", "React",
          "kotlin", "Kotlin",
          "swift", "Swift");
  private static final Map<String, String> STATES =
      Map.of("run", "run by our tests", "not-run", "not run by us", "sample", "a sample");

  static Snippet of(FencedCodeBlock block) {
    String code = block.getLiteral().stripTrailing().replace("\t", "    ");
    if (block.getInfo().equals("drawing")) {
      return new Snippet("", "", code);
    }
    String[] said = block.getInfo().split(" ", -1);
    String language = LANGUAGES.get(said[0]);
    String state = STATES.get(said[2]);
    if (language == null || state == null) {
      throw new IllegalStateException("The guide has code of a strange kind: " + block.getInfo());
    }
    return new Snippet(said[1], language + " · " + state, code);
  }

  boolean drawing() {
    return file.isEmpty();
  }

  /** Short enough to stay on one page. */
  boolean whole() {
    return code.lines().count() <= LINES_KEPT_TOGETHER;
  }
}
