package org.turnpike.console.attribution;

import jakarta.faces.view.ViewScoped;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.turnpike.attribution.WriteOffUsage;

/**
 * What one view of the inbox searches for. It may name a person, so that it is posted and kept in
 * the view: addresses end in proxies' logs.
 */
@ViewScoped
public class InboxSearch implements Serializable {
  private static final long serialVersionUID = 1L;

  private String text;

  void show(String searched) {
    text = searched;
  }

  boolean isSet() {
    return text != null;
  }

  List<WriteOffUsage.Item> within(List<WriteOffUsage.Item> items) {
    return text == null
        ? items
        : items.stream()
            .filter(item -> folded(item.share().name()).contains(folded(text)))
            .toList();
  }

  private static String folded(String any) {
    return any.toLowerCase(Locale.ROOT);
  }
}
