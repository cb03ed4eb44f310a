package org.turnpike.console.guide;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.text.TextContentRenderer;

/** Numbers chapters and their sections, the appendix but, and gives each an anchor. */
final class Headings extends AbstractVisitor {
  /** Of a chapter; its sections are one deeper. */
  static final int CHAPTER = 2;

  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  private final IdentityHashMap<Node, Entry> entries = new IdentityHashMap<>();
  private final List<Entry> inOrder = new ArrayList<>();
  private int chapter;
  private int section;

  /** A line of the contents. */
  public record Entry(boolean chapter, String title, String anchor) {}

  @Override
  public void visit(Heading heading) {
    String words = PLAIN.render(heading).strip();
    boolean chapters = heading.getLevel() == CHAPTER;
    String title = words.startsWith("Appendix") ? words : number(chapters) + " " + words;
    if (!title.equals(words)) {
      heading.prependChild(new Text(title.substring(0, title.length() - words.length())));
    }
    String anchor = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    Entry entry = new Entry(chapters, title, anchor);
    entries.put(heading, entry);
    inOrder.add(entry);
  }

  private String number(boolean chapters) {
    if (chapters) {
      chapter++;
      section = 0;
      return Integer.toString(chapter);
    }
    section++;
    return chapter + "." + section;
  }

  Entry of(Node heading) {
    return entries.get(heading);
  }

  List<Entry> inOrder() {
    return List.copyOf(inOrder);
  }
}
