package org.turnpike.audit;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.turnpike.shared.Secret;

/** What an act changed, told for an entry's detail; of a secret no more than that it is new. */
public final class Changes {
  private Changes() {}

  /**
   * Such as {@code billing day 1 -> 31, new API token}; null when nothing changed.
   *
   * @param before values by their names, as people know them
   * @param after those of the same names, in the order they are told in
   */
  public static String between(Map<String, Object> before, Map<String, Object> after) {
    String changes =
        after.keySet().stream()
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .map(name -> describe(name, before.get(name), after.get(name)))
            .collect(Collectors.joining(", "));
    return changes.isEmpty() ? null : changes;
  }

  private static String describe(String name, Object before, Object after) {
    if (after instanceof Secret) {
      return "new " + name;
    }
    return before instanceof Secret
        ? "no " + name + " any more"
        : name + " " + text(before) + " -> " + text(after);
  }

  private static String text(Object value) {
    return Objects.toString(value, "none");
  }
}
