package org.turnpike.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Holds the calls of one API key to its {@link CallLimit}, by the generic cell rate algorithm: all
 * it keeps is the instant from which on the key has its whole burst again. Exact for any number of
 * threads, and none waits for another.
 */
final class Pace {
  /** Told instead of a wait once {@link #retire} succeeded. */
  static final long RETIRED = -1;

  private static final long NEVER = Long.MAX_VALUE;

  /** Nanoseconds since 1970; {@link #NEVER} when retired. */
  private final AtomicLong restedAt = new AtomicLong();

  /**
   * Counts a call that comes now, if the limit allows it.
   *
   * @return 0 when it does; else after how many nanoseconds it will; or {@link #RETIRED}
   */
  long next(CallLimit limit, Clock clock) {
    long interval = limit.interval();
    long burst = interval * limit.atOnce();
    while (true) {
      long rested = restedAt.get();
      if (rested == NEVER) {
        return RETIRED;
      }
      // Read after `rested`, so that it is no earlier than any time that went into it: further
      // ahead than the whole burst it can only be because the limit or the clock was changed.
      long now = nanos(clock);
      long from = Math.min(Math.max(rested, now), now + burst);
      long wait = Math.max(0, from + interval - now - burst);
      long next = wait == 0 ? from + interval : from;
      if (next == rested || restedAt.compareAndSet(rested, next)) {
        return wait;
      }
    }
  }

  /** Whether it is as good as a new one, and from now on counts no call. */
  boolean retire(Clock clock) {
    long rested = restedAt.get();
    return rested <= nanos(clock) && restedAt.compareAndSet(rested, NEVER);
  }

  private static long nanos(Clock clock) {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
