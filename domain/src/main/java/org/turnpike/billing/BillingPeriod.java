package org.turnpike.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;

/**
 * A month of an account, from its billing day at 00:00 UTC to the next month's, named by the month
 * it starts in. In a month too short for the billing day it starts on the last day.
 *
 * @param billingDay 1 to 31
 */
public record BillingPeriod(YearMonth month, int billingDay) implements Comparable<BillingPeriod> {
  // Four digits: YearMonth also reads years that no database can hold.
  private static final Pattern NAME = Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])");

  public BillingPeriod {
    if (billingDay < 1 || billingDay > 31) {
      throw Rejected.invalid("billingDay", "billingDay must be between 1 and 31.");
    }
  }

  /** The period that holds the instant. */
  public static BillingPeriod at(Instant instant, int billingDay) {
    YearMonth month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    BillingPeriod period = new BillingPeriod(month, billingDay);
    return instant.isBefore(period.start()) ? period.previous() : period;
  }

  /** From its name, such as {@code 2026-11}. */
  public static BillingPeriod named(String name, int billingDay) {
    if (NAME.matcher(name).matches()) {
      return new BillingPeriod(YearMonth.parse(name), billingDay);
    }
    throw Rejected.invalid("period", "A period is named such as 2026-11, or current.");
  }

  public String name() {
    return month.toString();
  }

  public Instant start() {
    return firstDay(month).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public Instant end() {
    return firstDay(month.plusMonths(1)).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  public TimeRange range() {
    return new TimeRange(start(), end());
  }

  public BillingPeriod next() {
    return new BillingPeriod(month.plusMonths(1), billingDay);
  }

  public BillingPeriod previous() {
    return new BillingPeriod(month.minusMonths(1), billingDay);
  }

  private LocalDate firstDay(YearMonth of) {
    return of.atDay(Math.min(billingDay, of.lengthOfMonth()));
  }

  @Override
  public int compareTo(BillingPeriod other) {
    return start().compareTo(other.start());
  }
}
