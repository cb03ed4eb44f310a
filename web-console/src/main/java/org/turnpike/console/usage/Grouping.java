package org.turnpike.console.usage;

import java.util.Arrays;
import java.util.Locale;
import org.turnpike.analytics.Dimension;
import org.turnpike.shared.Rejected;

/** What the usage page groups by. */
enum Grouping {
  TURN_KEY("turnKey", "TURN key", "TURN keys", null),
  IDENTIFIER("customIdentifier", "Identifier", "Identifiers", Dimension.CUSTOM_IDENTIFIER),
  COUNTRY("country", "Country", "Countries", Dimension.COUNTRY),
  CITY("city", "City", "Cities", Dimension.CITY);

  private final String wireName;
  private final String label;
  private final String many;
  private final Dimension dimension;

  Grouping(String wireName, String label, String many, Dimension dimension) {
    this.wireName = wireName;
    this.label = label;
    this.many = many;
    this.dimension = dimension;
  }

  static Grouping named(String wireName) {
    return Arrays.stream(values())
        .filter(grouping -> grouping.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(
            () ->
                Rejected.invalid(
                    "groupBy", "groupBy is one of turnKey, customIdentifier, country, city."));
  }

  /** In an address. */
  String wireName() {
    return wireName;
  }

  /** Above a column of a file. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  String many() {
    return many;
  }

  /** Null for TURN keys, whose figures are those that are billed. */
  Dimension dimension() {
    return dimension;
  }
}
