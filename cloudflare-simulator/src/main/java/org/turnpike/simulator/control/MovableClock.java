package org.turnpike.simulator.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The simulator's time: a real clock's until somebody moves or stops it. */
public final class MovableClock extends Clock {

  private final Clock base;
  private Duration offset = Duration.ZERO;
  private Instant stopped;

  public MovableClock(Clock base) {
    this.base = base;
  }

  @Override
  public synchronized Instant instant() {
    return stopped != null ? stopped : base.instant().plus(offset);
  }

  synchronized void moveTo(Instant instant) {
    offset = Duration.between(base.instant(), instant);
    stopped = stopped == null ? null : instant;
  }

  synchronized void stop() {
    stopped = instant();
  }

  synchronized void resume() {
    Instant now = instant();
    stopped = null;
    moveTo(now);
  }

  synchronized void reset() {
    stopped = null;
    offset = Duration.ZERO;
  }

  synchronized boolean isStopped() {
    return stopped != null;
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Instants are all the simulator reads");
  }
}
