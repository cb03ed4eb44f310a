package org.turnpike.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
  private static final String DAYS =
      """
      SELECT tenant_id, turn_key_id, CAST(day AS timestamp) AT TIME ZONE 'UTC' AS start, egress_bytes, ingress_bytes
      FROM usage_day WHERE day >= :firstDay AND day < :endDay
      """;

  private static final String LINES =
      """
      SELECT tenant_id, turn_key_id, window_start AS start, egress_bytes, ingress_bytes
      FROM usage_record WHERE window_start >= :%s AND window_start < :%s
      """;

  static WholeDays of(TimeRange range) {
    LocalDate first = day(range.start());
    if (midnight(first).isBefore(range.start())) {
      first = first.plusDays(1);
    }
    LocalDate end = day(range.end());
    return new WholeDays(range, first, end.isBefore(first) ? first : end);
  }

  /**
   * What was used in the range: columns tenant_id, turn_key_id, start, and the volumes. Lines are
   * left alone where whole days are all there is: each month of them costs the planner time.
   */
  String used() {
    List<String> parts = new ArrayList<>(List.of(DAYS));
    if (hasHead()) {
      parts.add(LINES.formatted("from", "headEnd"));
    }
    if (hasTail()) {
      parts.add(LINES.formatted("tailStart", "to"));
    }
    return String.join("UNION ALL\n", parts);
  }

  <T> NativeQuery<T> bind(NativeQuery<T> query) {
    query.setParameter("firstDay", firstDay).setParameter("endDay", endDay);
    if (hasHead()) {
      query.setParameter("from", range.start()).setParameter("headEnd", headEnd());
    }
    if (hasTail()) {
      query.setParameter("tailStart", midnight(endDay)).setParameter("to", range.end());
    }
    return query;
  }

  private boolean hasHead() {
    return range.start().isBefore(headEnd());
  }

  /** With no whole day at all, the head is the whole range. */
  private Instant headEnd() {
    return hasWhole() ? midnight(firstDay) : range.end();
  }

  private boolean hasTail() {
    return hasWhole() && midnight(endDay).isBefore(range.end());
  }

  private boolean hasWhole() {
    return firstDay.isBefore(endDay);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
