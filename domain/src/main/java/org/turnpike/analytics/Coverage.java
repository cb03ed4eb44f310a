package org.turnpike.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Between when and when usage is broken down, for every TURN key that still relays.
 *
 * @param since null when a key has never been broken down
 * @param through likewise
 */
public record Coverage(Instant since, Instant through) {
  public static final Coverage NONE = new Coverage(null, null);

  static Coverage of(List<TurnKey> keys, Map<TurnKeyId, TimeRange> known) {
    List<TurnKey> open = keys.stream().filter(key -> key.retiredAt() == null).toList();
    List<TimeRange> spans =
        (open.isEmpty() ? keys : open).stream().map(key -> known.get(key.id())).toList();
    if (spans.isEmpty() || spans.stream().anyMatch(Objects::isNull)) {
      return NONE;
    }
    return new Coverage(
        spans.stream().map(TimeRange::start).max(Comparator.naturalOrder()).get(),
        spans.stream().map(TimeRange::end).min(Comparator.naturalOrder()).get());
  }

  /** How many hours of the range that are over by now are not broken down. */
  public long missing(TimeRange range, Instant now) {
    Instant end = range.end().isBefore(now) ? range.end() : now;
    return hours(range.start(), end) - within(range.start(), end);
  }

  /** How many hours of the span are broken down. */
  long within(Instant start, Instant end) {
    return since == null
        ? 0
        : hours(start.isAfter(since) ? start : since, end.isBefore(through) ? end : through);
  }

  private static long hours(Instant start, Instant end) {
    return Math.max(0, Duration.between(start, end).toHours());
  }
}
