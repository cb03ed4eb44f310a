package org.turnpike.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hibernate.query.NativeQuery;
import org.turnpike.shared.TimeRange;

/**
 * A range of time as the whole UTC days within it, whose sums are kept, and what is left at either
 * end, whose lines are summed.
 *
 * @param firstDay the first whole day
 * @param endDay the day after the last whole one; the first day where there is none
 */
record WholeDays(TimeRange range, LocalDate firstDay, LocalDate endDay) {
  /** What was used in the range: columns tenant_id, turn_key_id, start, and the volumes. */
  static final String USED =
      """
      SELECT tenant_id, turn_key_id, CAST(day AS timestamp) AT TIME ZONE 'UTC' AS start, egress_bytes, ingress_bytes
      FROM usage_day WHERE day >= :firstDay AND day < :endDay
      UNION ALL
      SELECT tenant_id, turn_key_id, window_start, egress_bytes, ingress_bytes
      FROM usage_record WHERE window_start >= :from AND window_start < :headEnd
      UNION ALL
      SELECT tenant_id, turn_key_id, window_start, egress_bytes, ingress_bytes
      FROM usage_record WHERE window_start >= :tailStart AND window_start < :to
      """;

  static WholeDays of(TimeRange range) {
    LocalDate first = day(range.start());
    if (midnight(first).isBefore(range.start())) {
      first = first.plusDays(1);
    }
    LocalDate end = day(range.end());
    return new WholeDays(range, first, end.isBefore(first) ? first : end);
  }

  /** With no whole day at all, the head is the whole range and the tail nothing. */
  <T> NativeQuery<T> bind(NativeQuery<T> query) {
    boolean anyWhole = firstDay.isBefore(endDay);
    return query
        .setParameter("firstDay", firstDay)
        .setParameter("endDay", endDay)
        .setParameter("from", range.start())
        .setParameter("headEnd", anyWhole ? midnight(firstDay) : range.end())
        .setParameter("tailStart", anyWhole ? midnight(endDay) : range.end())
        .setParameter("to", range.end());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
