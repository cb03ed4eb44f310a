package org.turnpike.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

  /** The end of a step that starts then. */
  public Instant end(Instant start, ZoneId zone) {
    ZonedDateTime step = start.atZone(zone);
    return switch (this) {
      case HOUR -> step.plusHours(1).toInstant();
      case DAY -> step.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
      case MONTH -> step.toLocalDate().plusMonths(1).atStartOfDay(zone).toInstant();
    };
  }

  public static Granularity named(String wireName) {
    return Arrays.stream(values())
        .filter(granularity -> granularity.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> Rejected.invalid("granularity", "granularity is one of hour, day, month."));
  }
}
