package org.turnpike.analytics;

import java.util.Arrays;
import java.util.Locale;
import org.turnpike.shared.Rejected;

/** How long a step of a series is. */
public enum Granularity {
  HOUR,
  DAY,
  MONTH;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Granularity named(String wireName) {
    return Arrays.stream(values())
        .filter(granularity -> granularity.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> Rejected.invalid("granularity", "granularity is one of hour, day, month."));
  }
}
