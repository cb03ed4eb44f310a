package org.turnpike.console.shell;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

/** What a person typed, by the name of the field; pages bind their inputs to it as to a map. */
public class Form extends HashMap<String, Object> {
  private static final long serialVersionUID = 1L;
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  /** Stripped; null when nothing was typed. */
  public String text(String field) {
    String text = (String) get(field);
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Null when nothing was typed; throws {@link Rejected} for what is no whole number. */
  public Integer whole(String field) {
    String text = text(field);
    if (text != null && !WHOLE.matcher(text).matches()) {
      throw Rejected.invalid(field, "Enter a whole number of at most nine digits.");
    }
    return text == null ? null : Integer.valueOf(text);
  }

  /** Null when nothing was typed. */
  public Secret secret(String field) {
    String text = text(field);
    return text == null ? null : Secret.of(text);
  }

  /** One a line, empty lines left out. */
  public List<String> lines(String field) {
    return Stream.ofNullable(text(field))
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** What was ticked; nothing when the field was never touched. */
  public List<String> ticked(String field) {
    return get(field) instanceof Object[] values
        ? Stream.of(values).map(Object::toString).toList()
        : List.of();
  }
}
