package org.turnpike.console.guide;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A guide on screen, as an XML parser reads it. */
record ReadHtml(Element root) implements ReadBack {
  static ReadHtml of(String html) {
    try {
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(
                  new ByteArrayInputStream(
                      ("<article>" + html + "</article>").getBytes(StandardCharsets.UTF_8)));
      ReadHtml read = new ReadHtml(document.getDocumentElement());
      read.all("button").forEach(button -> button.getParentNode().removeChild(button));
      return read;
    } catch (Exception broken) {
      throw new IllegalArgumentException(html, broken);
    }
  }

  List<Element> all(String tag) {
    return all(root, tag);
  }

  private static List<Element> all(Element from, String tag) {
    NodeList found = from.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  @Override
  public List<String> headings() {
    return Stream.of(root.getChildNodes())
        .flatMap(nodes -> IntStream.range(0, nodes.getLength()).mapToObj(nodes::item))
        .filter(node -> node.getNodeName().matches("h[1-6]"))
        .map(node -> node.getTextContent())
        .toList();
  }

  @Override
  public List<String> snippets() {
    return all("figure").stream()
        .flatMap(
            figure ->
                Stream.concat(all(figure, "figcaption").stream(), all(figure, "pre").stream()))
        .map(part -> ReadBack.dense(part.getTextContent()))
        .toList();
  }

  @Override
  public List<List<List<String>>> tables() {
    return all("table").stream()
        .map(
            table ->
                all(table, "tr").stream()
                    .map(
                        row ->
                            Stream.concat(all(row, "th").stream(), all(row, "td").stream())
                                .map(cell -> ReadBack.dense(cell.getTextContent()))
                                .toList())
                    .toList())
        .toList();
  }

  @Override
  public String words() {
    return ReadBack.dense(root.getTextContent());
  }
}
