package org.turnpike.console.guide;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Text;

/**
 * Puts facts in the place of placeholders such as <code>{{url}}</code>. It is done in the tree and
 * not in the text: whatever a name holds, it stays a name and is no Markdown.
 */
final class Filling extends AbstractVisitor {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9.]+)}}");

  private final Map<String, String> values;

  Filling(Map<String, String> values) {
    this.values = values;
  }

  @Override
  public void visit(Text text) {
    text.setLiteral(filled(text.getLiteral()));
  }

  @Override
  public void visit(Code code) {
    code.setLiteral(filled(code.getLiteral()));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    code.setLiteral(filled(code.getLiteral()));
  }

  private String filled(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(placeholder -> Matcher.quoteReplacement(value(placeholder.group(1))));
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The guide knows no " + name);
    }
    return value;
  }
}
