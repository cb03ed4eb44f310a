package org.turnpike.systemtests.api;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** A billing period of an account whose billing day is the first: a month of UTC days. */
record Month(YearMonth month) {
  static Month current() {
    return new Month(YearMonth.now(ZoneOffset.UTC));
  }

  /** The last that is over. */
  static Month last() {
    return new Month(current().month.minusMonths(1));
  }

  /** As the API names the period. */
  String name() {
    return month.toString();
  }

  Instant start() {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
