package org.turnpike.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a notification is about, for machines: by name a text, or a list of texts. None of them is a
 * secret.
 */
public record Facts(Map<String, Object> values) {
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((name, value) -> copy.put(name, checked(name, value)));
    values = Collections.unmodifiableMap(copy);
  }

  private static Object checked(String name, Object value) {
    if (value instanceof String) {
      return value;
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return List.copyOf(list);
    }
    throw new IllegalArgumentException("The fact " + name + " is no text and no list of texts");
  }
}
