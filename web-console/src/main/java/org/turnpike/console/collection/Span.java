package org.turnpike.console.collection;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.turnpike.shared.TimeRange;

/** How far the map of completeness goes back, and in which steps. */
enum Span {
  HOURS("2 days by hour", "hour", Duration.ofHours(1), 48, Duration.ofDays(1)),
  SHIFTS("2 weeks by 6 hours", "6 hours", Duration.ofHours(6), 56, Duration.ofDays(1)),
  DAYS("8 weeks by day", "day", Duration.ofDays(1), 56, Duration.ofDays(7));

  private final String label;
  private final String stepName;
  private final Duration step;
  private final int steps;

  private final Duration heading;

  Span(String label, String stepName, Duration step, int steps, Duration heading) {
    this.label = label;
    this.stepName = stepName;
    this.step = step;
    this.steps = steps;
    this.heading = heading;
  }

  /** Two days by hour, if the address names none. */
  static Span named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(name))
        .findFirst()
        .orElse(HOURS);
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return label;
  }

  String stepName() {
    return stepName;
  }

  Duration step() {
    return step;
  }

  /** What one heading stands over: a day, or a week of them. */
  Instant heading(Instant start) {
    long seconds = heading.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds);
  }

  Duration length() {
    return step.multipliedBy(steps);
  }

  /** The steps that end with the one in which this is. */
  TimeRange through(Instant last) {
    long seconds = step.toSeconds();
    Instant end =
        Instant.ofEpochSecond(Math.floorDiv(last.getEpochSecond(), seconds) * seconds).plus(step);
    return new TimeRange(end.minus(length()), end);
  }
}
