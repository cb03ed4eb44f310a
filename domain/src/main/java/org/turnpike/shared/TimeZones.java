package org.turnpike.shared;

import java.time.ZoneId;

/** Time zones by their IANA names: an offset such as +01:00 means the opposite to PostgreSQL. */
public final class TimeZones {
  /** Java's own, which no database knows. */
  private static final String OF_JAVA_ALONE = "SystemV/";

  private TimeZones() {}

  /** The zone of that name; throws {@link Rejected} when there is none. */
  public static ZoneId named(String name) {
    if (!name.startsWith(OF_JAVA_ALONE) && ZoneId.getAvailableZoneIds().contains(name)) {
      return ZoneId.of(name);
    }
    throw Rejected.invalid("timeZone", "timeZone must be an IANA name such as Europe/Berlin.");
  }
}
