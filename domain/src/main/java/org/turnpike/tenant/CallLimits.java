package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.turnpike.shared.TooManyRequests;

/**
 * Holds each API key that has a {@link CallLimit} to it, in this application: over n nodes a key
 * gets n times its limit at the most. A key pays for its own calls alone.
 */
@ApplicationScoped
public class CallLimits {
  private Paces<ApiKeyId> paces;

  protected CallLimits() {}

  @Inject
  public CallLimits(Clock clock) {
    this.paces = new Paces<>(clock);
  }

  /** Counts a call of the key; throws {@link TooManyRequests} when it comes too early. */
  public void count(ApiKey key) {
    CallLimit limit = key.callLimit();
    if (limit == null) {
      return;
    }
    Duration wait = paces.count(key.id(), limit);
    if (!wait.isZero()) {
      throw refusal(limit, wait);
    }
  }

  /** Lets go of the keys that have their whole burst again; called every few seconds. */
  public void forgetRested() {
    paces.forgetRested();
  }

  int remembered() {
    return paces.remembered();
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
