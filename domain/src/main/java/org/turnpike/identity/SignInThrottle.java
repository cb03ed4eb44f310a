package org.turnpike.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnpike.shared.Unavailable;

/**
 * Slows the guessing of passwords: after five failures for one name or from one address in a row,
 * each further one doubles the wait, up to a quarter of an hour; a quarter of an hour of peace
 * after it, and they are forgotten. Kept per node: an attacker gains a factor of the number of
 * nodes, no more.
 */
@ApplicationScoped
public class SignInThrottle {
  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 10_000;

  private Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  private record Failures(int count, Instant blockedUntil) {}

  protected SignInThrottle() {}

  @Inject
  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Throws {@link Unavailable} while any of the names has to wait. */
  public synchronized void check(String... names) {
    Instant now = clock.instant();
    for (String name : names) {
      Failures past = failures.get(name);
      if (past != null && now.isBefore(past.blockedUntil())) {
        Duration wait = Duration.between(now, past.blockedUntil());
        throw new Unavailable(
            "Too many failed sign-ins. Try again in " + Math.max(1, wait.toSeconds()) + " s.",
            wait);
      }
    }
  }

  public synchronized void failed(String... names) {
    Instant now = clock.instant();
    for (String name : names) {
      Failures past = failures.get(name);
      boolean forgotten = past == null || now.isAfter(past.blockedUntil().plus(LONGEST_WAIT));
      int count = forgotten ? 1 : past.count() + 1;
      failures.put(name, new Failures(count, now.plus(wait(count))));
    }
  }

  public synchronized void succeeded(String... names) {
    for (String name : names) {
      failures.remove(name);
    }
  }

  private static Duration wait(int count) {
    if (count < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(20, count - FREE_FAILURES));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
