package org.turnpike.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A half-open span of time, {@code [start, end)}, never empty, within the years 1 to 9999: a
 * database holds fewer years than an {@link Instant}.
 */
public record TimeRange(Instant start, Instant end) {
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  public TimeRange {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    if (start.isBefore(EARLIEST)) {
      throw Rejected.invalid("from", "A time range starts in the year 1 or later.");
    }
    if (end.isAfter(LATEST)) {
      throw Rejected.invalid("to", "A time range ends in the year 9999 or earlier.");
    }
    if (!start.isBefore(end)) {
      throw Rejected.invalid("to", "The end of a time range must be after its start.");
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean overlaps(TimeRange other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
