package org.turnpike.shared;

import java.time.Duration;

/** Lets time pass, where nothing can tell when others are done. */
@FunctionalInterface
public interface Pause {
  /** Returns when it is over; throws {@link Unavailable} when it is cut short. */
  void last(Duration time);
}
