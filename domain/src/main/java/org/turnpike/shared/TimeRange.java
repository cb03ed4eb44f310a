package org.turnpike.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** A half-open span of time, {@code [start, end)}, never empty. */
public record TimeRange(Instant start, Instant end) {
  public TimeRange {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    if (!start.isBefore(end)) {
      throw Rejected.invalid("to", "The end of a time range must be after its start.");
    }
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  @Override
  public String toString() {
    return "[" + start + ", " + end + ")";
  }
}
