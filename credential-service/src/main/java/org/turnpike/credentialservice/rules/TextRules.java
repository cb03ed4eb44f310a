package org.turnpike.credentialservice.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.turnpike.shared.Rejected;

/** Which text is taken: any, but no NUL, which PostgreSQL refuses, and no half of a character. */
final class TextRules {
  private static final int LONGEST_NAME = 100;

  private TextRules() {}

  static void check(JsonNode tree) {
    check("", tree);
  }

  private static void check(String path, JsonNode node) {
    if (node.isTextual() && !isText(node.textValue())) {
      throw Rejected.invalid(
          path, "Text must hold neither NUL characters nor halves of surrogate pairs.");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      check(
          path.isEmpty() ? printable(field.getKey()) : path + "." + field.getKey(),
          field.getValue());
    }
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(path + "[" + i + "]", node.get(i));
      }
    }
  }

  static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  /** A name the caller wrote, fit to be sent back. */
  static String printable(String name) {
    String start = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return start
        .codePoints()
        .map(TextRules::orQuestionMark)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int orQuestionMark(int c) {
    return Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? '?' : c;
  }
}
