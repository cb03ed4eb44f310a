package org.turnpike.console.guide;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.HtmlRenderer;

/** The guide's text as HTML that is also well-formed XML. */
final class GuideHtml {
  private GuideHtml() {}

  static String onScreen(Guide guide) {
    return of(guide, true);
  }

  static String onPaper(Guide guide) {
    return of(guide, false);
  }

  private static String of(Guide guide, boolean buttons) {
    return HtmlRenderer.builder()
        .extensions(List.of(TablesExtension.create()))
        .escapeHtml(true)
        .sanitizeUrls(true)
        .nodeRendererFactory(context -> new SnippetHtml(context.getWriter(), buttons))
        .attributeProviderFactory(
            context ->
                (node, tag, attributes) -> {
                  if (node instanceof Heading) {
                    attributes.put("id", guide.headings().of(node).anchor());
                  }
                })
        .build()
        .render(guide.text());
  }
}
