package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnpike.shared.TooManyRequests;

/**
 * Holds each API key that has a {@link CallLimit} to it, in this application: over n nodes a key
 * gets n times its limit at the most. A key pays for its own calls alone.
 */
@ApplicationScoped
public class CallLimits {
  private final ConcurrentMap<ApiKeyId, Pace> paces = new ConcurrentHashMap<>();
  private Clock clock;

  protected CallLimits() {}

  @Inject
  public CallLimits(Clock clock) {
    this.clock = clock;
  }

  /** Counts a call of the key; throws {@link TooManyRequests} when it comes too early. */
  public void count(ApiKey key) {
    CallLimit limit = key.callLimit();
    if (limit == null) {
      return;
    }
    Pace pace = pace(key.id());
    long wait = pace.next(limit, clock);
    while (wait == Pace.RETIRED) {
      paces.remove(key.id(), pace);
      pace = pace(key.id());
      wait = pace.next(limit, clock);
    }
    if (wait > 0) {
      throw refusal(limit, Duration.ofNanos(wait));
    }
  }

  /** Lets go of the keys that have their whole burst again; called every few seconds. */
  public void forgetRested() {
    paces.values().removeIf(pace -> pace.retire(clock));
  }

  int remembered() {
    return paces.size();
  }

  /** Looked up first: {@code computeIfAbsent} may lock even when there is one. */
  private Pace pace(ApiKeyId key) {
    Pace known = paces.get(key);
    return known == null ? paces.computeIfAbsent(key, absent -> new Pace()) : known;
  }

  private static TooManyRequests refusal(CallLimit limit, Duration wait) {
    return new TooManyRequests(
        "The limit of this API key is "
            + limit.callsPerMinute()
            + " calls a minute, "
            + limit.atOnce()
            + " at once.",
        wait);
  }
}
