package org.turnpike.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who called when, of all that are held to a {@link CallLimit}, in this application. Each pays for
 * its own calls alone.
 *
 * @param <K> names who calls
 */
public final class Paces<K> {
  private final ConcurrentMap<K, Pace> paces = new ConcurrentHashMap<>();
  private final Clock clock;

  public Paces(Clock clock) {
    this.clock = clock;
  }

  /** Counts a call that comes now, if the limit allows it; else says after how long it will. */
  public Duration count(K key, CallLimit limit) {
    Pace pace = pace(key);
    long wait = pace.next(limit, clock);
    while (wait == Pace.RETIRED) {
      paces.remove(key, pace);
      pace = pace(key);
      wait = pace.next(limit, clock);
    }
    return wait == 0 ? Duration.ZERO : Duration.ofNanos(wait);
  }

  /** Lets go of those that have their whole burst again. */
  public void forgetRested() {
    paces.values().removeIf(pace -> pace.retire(clock));
  }

  public int remembered() {
    return paces.size();
  }

  /** Looked up first: {@code computeIfAbsent} may lock even when there is one. */
  private Pace pace(K key) {
    Pace known = paces.get(key);
    return known == null ? paces.computeIfAbsent(key, absent -> new Pace()) : known;
  }
}
