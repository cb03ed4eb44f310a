package org.turnpike.tenant;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Whoever asks it for the time is interrupted first: something else has its turn. */
final class InterruptedClock extends Clock {
  private final Clock clock;
  private final Runnable interruption;

  InterruptedClock(Clock clock, Runnable interruption) {
    this.clock = clock;
    this.interruption = interruption;
  }

  @Override
  public Instant instant() {
    interruption.run();
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new InterruptedClock(clock.withZone(zone), interruption);
  }
}
