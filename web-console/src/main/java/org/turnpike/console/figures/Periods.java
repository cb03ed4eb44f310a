package org.turnpike.console.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.turnpike.billing.BillingPeriod;

/** How billing periods are written: their days are UTC days. */
public final class Periods {
  private Periods() {}

  /** Such as "November 2026". */
  public static String name(BillingPeriod period) {
    return format(first(period), "MMMM uuuu");
  }

  /** Such as "1 – 30 November 2026, UTC". */
  public static String days(BillingPeriod period) {
    LocalDate first = first(period);
    LocalDate last = last(period);
    String start = format(first, first.getMonth() == last.getMonth() ? "d" : "d MMMM");
    return start + " – " + format(last, "d MMMM uuuu") + ", UTC";
  }

  /** Such as "day 22 of 30", or "ended". */
  public static String progress(BillingPeriod period, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.isAfter(last(period))) {
      return "ended";
    }
    long day = ChronoUnit.DAYS.between(first(period), today) + 1;
    return "day " + day + " of " + ChronoUnit.DAYS.between(period.start(), period.end());
  }

  /** Both: such as "1 – 30 November 2026, UTC · day 22 of 30". */
  public static String heading(BillingPeriod period, Instant now) {
    return days(period) + " · " + progress(period, now);
  }

  private static LocalDate first(BillingPeriod period) {
    return LocalDate.ofInstant(period.start(), ZoneOffset.UTC);
  }

  private static LocalDate last(BillingPeriod period) {
    return LocalDate.ofInstant(period.end(), ZoneOffset.UTC).minusDays(1);
  }

  private static String format(LocalDate day, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
