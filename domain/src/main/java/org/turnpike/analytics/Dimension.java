package org.turnpike.analytics;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.turnpike.shared.Rejected;

/** What usage is broken down by, for display. */
public enum Dimension {
  CUSTOM_IDENTIFIER("customIdentifier"),
  COUNTRY("country"),
  CITY("city");

  private final String wireName;

  Dimension(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Dimension named(String wireName) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> Rejected.invalid("groupBy", "groupBy is one of turnKey, " + names()));
  }

  private static String names() {
    return Arrays.stream(values())
        .map(Dimension::wireName)
        .collect(Collectors.joining(", ", "", "."));
  }
}
