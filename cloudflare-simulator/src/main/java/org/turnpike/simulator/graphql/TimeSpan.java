package org.turnpike.simulator.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The time a filter lets through, {@code [from, to)}.
 *
 * @param from null: from the beginning
 * @param to null: without end
 */
record TimeSpan(Instant from, Instant to) {

  static final TimeSpan ENDLESS = new TimeSpan(null, null);

  static Instant start(Object dateOrInstant) {
    return dateOrInstant instanceof LocalDate date
        ? date.atStartOfDay(ZoneOffset.UTC).toInstant()
        : (Instant) dateOrInstant;
  }

  TimeSpan and(TimeSpan other) {
    return new TimeSpan(
        from == null || (other.from != null && other.from.isAfter(from)) ? other.from : from,
        to == null || (other.to != null && other.to.isBefore(to)) ? other.to : to);
  }

  TimeSpan or(TimeSpan other) {
    return new TimeSpan(
        from == null || other.from == null ? null : from.isBefore(other.from) ? from : other.from,
        to == null || other.to == null ? null : to.isAfter(other.to) ? to : other.to);
  }
}
