package org.turnpike.network;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The days that Cloudflare gives to open firewalls for a change, from when it was first seen.
 *
 * @param since when the first address that is not opened was seen
 * @param until the deadline, which later changes do not move
 * @param addresses all that are to be opened, also those of later changes
 * @param toldAt when destinations were last told of it
 */
@Embeddable
public record Countdown(Instant since, Instant until, AddressSet addresses, Instant toldAt)
    implements Serializable {
  public static final Duration LENGTH = Duration.ofDays(14);

  private static final List<Duration> REMINDERS = List.of(Duration.ofDays(7), Duration.ofDays(1));

  static Countdown begin(AddressSet addresses, Instant now) {
    return new Countdown(now, now.plus(LENGTH), addresses, now);
  }

  Countdown extended(AddressSet more, Instant now) {
    return new Countdown(since, until, addresses.plus(more), now);
  }

  Countdown told(Instant now) {
    return new Countdown(since, until, addresses, now);
  }

  /** Whether a day to remind of it has come since it was last told. */
  boolean isToBeReminded(Instant now) {
    return REMINDERS.stream()
        .map(until::minus)
        .anyMatch(day -> toldAt.isBefore(day) && !now.isBefore(day));
  }

  /** Whole days that are left, rounded up; zero once it is over. */
  public long daysLeft(Instant now) {
    Duration left = Duration.between(now, until);
    return left.isNegative() ? 0 : left.plusDays(1).minusNanos(1).toDays();
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
