package org.turnpike.console.guide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;
import org.turnpike.console.guide.Headings.Entry;

/** The guide as a document to print: title page, contents, text. */
final class GuidePrint {
  private final Guide guide;
  private final StringBuilder document = new StringBuilder();
  private final HtmlWriter html = new HtmlWriter(document);

  private GuidePrint(Guide guide) {
    this.guide = guide;
  }

  static String of(Guide guide) {
    GuidePrint print = new GuidePrint(guide);
    print.head();
    print.frontPage();
    print.contents();
    print.html.raw("<main>" + GuideHtml.onPaper(guide) + "</main></body></html>");
    return print.document.toString();
  }

  private void head() {
    html.raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>");
    element("title", Guide.TITLE + ": " + guide.facts().name());
    html.tag(
        "meta",
        Map.of("name", "description", "content", "How a meeting app relays by Turnpike"),
        true);
    html.raw("<style>" + new String(Guide.resource("print.css"), StandardCharsets.UTF_8));
    html.raw("</style>");
    bookmarks();
    html.raw("</head><body>");
  }

  private void bookmarks() {
    html.raw("<bookmarks>");
    boolean open = false;
    for (Entry entry : guide.headings().inOrder()) {
      if (entry.chapter() && open) {
        html.raw("</bookmark>");
      }
      open = true;
      html.tag(
          "bookmark",
          Map.of("name", entry.title(), "href", "#" + entry.anchor()),
          !entry.chapter());
    }
    html.raw(open ? "</bookmark></bookmarks>" : "</bookmarks>");
  }

  private void frontPage() {
    html.raw("<div class=\"front\"><div class=\"running-head\">");
    html.text(Guide.TITLE + " · " + guide.facts().name());
    html.raw("</div>");
    element("h1", Guide.TITLE);
    html.raw("<p class=\"for\">");
    html.text(guide.facts().name());
    html.raw("</p><p>TURN relays of Cloudflare, by Turnpike</p><p class=\"imprint\">");
    for (String line : imprint(guide.facts())) {
      html.text(line);
      html.raw("<br/>");
    }
    html.raw("</p></div>");
  }

  static List<String> imprint(GuideFacts facts) {
    return List.of(facts.url(), "Written " + facts.day(), "Turnpike " + facts.version());
  }

  private void contents() {
    html.raw("<div class=\"contents\"><h2 class=\"unnumbered\">Contents</h2>");
    for (Entry entry : guide.headings().inOrder()) {
      html.tag("p", Map.of("class", entry.chapter() ? "chapter" : "section"));
      html.tag("a", Map.of("href", "#" + entry.anchor()));
      html.text(entry.title());
      html.raw("</a></p>");
    }
    html.raw("</div>");
  }

  private void element(String name, String text) {
    html.tag(name);
    html.text(text);
    html.tag("/" + name);
  }
}
