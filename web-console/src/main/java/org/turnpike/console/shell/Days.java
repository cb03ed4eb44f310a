package org.turnpike.console.shell;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.turnpike.shared.Rejected;

/** The days that may be typed where a page asks for one, both included. */
public record Days(LocalDate first, LocalDate last) {
  private static final LocalDate BEFORE_ANY_RECORD = LocalDate.of(2020, 1, 1);
  private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

  /** Those with something to look back on, and the rest of a month that is under way. */
  public static Days past(Clock clock, ZoneId zone) {
    return new Days(BEFORE_ANY_RECORD, today(clock, zone).plusMonths(1));
  }

  /** Today and whatever follows. */
  public static Days toCome(Clock clock, ZoneId zone) {
    return new Days(today(clock, zone), END_OF_TIME);
  }

  /** Null for nothing typed; throws {@link Rejected} for what is no day, or none of these. */
  public LocalDate typed(String field, String text) {
    LocalDate day = parsed(field, text);
    if (day != null && (day.isBefore(first) || day.isAfter(last))) {
      throw Rejected.invalid(field, "Choose a day from " + first + " through " + last + ".");
    }
    return day;
  }

  private static LocalDate parsed(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Rejected.invalid(field, "A day is written such as 2026-11-22.");
    }
  }

  private static LocalDate today(Clock clock, ZoneId zone) {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
