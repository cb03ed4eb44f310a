package org.turnpike.console.guide;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Code as a figure, with a button that copies it where there is somebody to press it. */
final class SnippetHtml implements NodeRenderer {
  private final HtmlWriter html;
  private final boolean buttons;

  SnippetHtml(HtmlWriter html, boolean buttons) {
    this.html = html;
    this.buttons = buttons;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    Snippet snippet = Snippet.of((FencedCodeBlock) node);
    html.line();
    html.tag("figure", Map.of("class", kind(snippet)));
    if (!snippet.drawing()) {
      caption(snippet);
    }
    html.tag("pre", buttons ? Map.of("tabindex", "0") : Map.of());
    html.tag("code");
    html.text(snippet.code());
    html.tag("/code");
    html.tag("/pre");
    html.tag("/figure");
    html.line();
  }

  private static String kind(Snippet snippet) {
    if (snippet.drawing()) {
      return "drawing";
    }
    return snippet.whole() ? "snippet whole" : "snippet";
  }

  private void caption(Snippet snippet) {
    html.tag("figcaption");
    element("b", Map.of(), snippet.file());
    html.text(" ");
    element("span", Map.of(), snippet.caption());
    if (buttons) {
      element(
          "button",
          Map.of(
              "type", "button",
              "class", "lnk",
              "data-do", "copy",
              "aria-label", "Copy " + snippet.file()),
          "Copy");
    }
    html.tag("/figcaption");
  }

  private void element(String name, Map<String, String> attributes, String text) {
    html.tag(name, attributes);
    html.text(text);
    html.tag("/" + name);
  }
}
