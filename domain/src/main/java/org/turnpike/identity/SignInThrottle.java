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
 * Slows the guessing of passwords by two counts of failures:
 *
 * <ul>
 *   <li>Those for one account in a row, wherever they come from: from the fifth on each doubles the
 *       wait, up to a quarter of an hour. A success forgets them, and so does a quarter of an hour
 *       of peace after the wait.
 *   <li>Those from one network address, whomever they are for: after fifty within a quarter of an
 *       hour it waits for the rest of that time. Many people may share an address, so this is
 *       loose, and it is not held against an account that has signed in from there before: nobody
 *       is locked out of where he works by the typos of others. A success does not forget them: who
 *       has an account could guess at others for ever.
 * </ul>
 *
 * Kept per node until it stops, the latest ten thousand of each: an attacker gains a factor of the
 * number of nodes, no more.
 */
@ApplicationScoped
public class SignInThrottle {
  private static final int FREE_FAILURES = 5;
  private static final int FAILURES_OF_AN_ADDRESS = 50;
  private static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);
  private static final int MOST_REMEMBERED = 10_000;

  private Clock clock;
  private final Map<String, InARow> accounts = new Latest<>();
  private final Map<String, WithinATime> addresses = new Latest<>();
  private final Map<Place, Boolean> known = new Latest<>();

  private record InARow(int count, Instant blockedUntil) {}

  private record WithinATime(int count, Instant until) {}

  private record Place(String account, String address) {}

  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }

  protected SignInThrottle() {}

  @Inject
  public SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Throws {@link Unavailable} while the account or the address has to wait. */
  public synchronized void check(String account, String address) {
    InARow past = accounts.get(account);
    if (past != null) {
      waitUntil(past.blockedUntil());
    }
    if (known.get(new Place(account, address)) == null) {
      check(address);
    }
  }

  /** Likewise, of an attempt that names no account. */
  public synchronized void check(String address) {
    WithinATime past = addresses.get(address);
    if (past != null && past.count() >= FAILURES_OF_AN_ADDRESS) {
      waitUntil(past.until());
    }
  }

  public synchronized void failed(String account, String address) {
    Instant now = clock.instant();
    InARow past = accounts.get(account);
    boolean forgotten = past == null || now.isAfter(past.blockedUntil().plus(QUARTER_OF_AN_HOUR));
    int count = forgotten ? 1 : past.count() + 1;
    accounts.put(account, new InARow(count, now.plus(wait(count))));
    failed(address);
  }

  public synchronized void failed(String address) {
    Instant now = clock.instant();
    WithinATime past = addresses.get(address);
    addresses.put(
        address,
        past == null || !now.isBefore(past.until())
            ? new WithinATime(1, now.plus(QUARTER_OF_AN_HOUR))
            : new WithinATime(past.count() + 1, past.until()));
  }

  public synchronized void succeeded(String account, String address) {
    accounts.remove(account);
    known.put(new Place(account, address), true);
  }

  private void waitUntil(Instant end) {
    Instant now = clock.instant();
    if (now.isBefore(end)) {
      Duration wait = Duration.between(now, end);
      throw new Unavailable(
          "Too many failed sign-ins. Try again in " + Math.max(1, wait.toSeconds()) + " s.", wait);
    }
  }

  private static Duration wait(int count) {
    if (count < FREE_FAILURES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(20, count - FREE_FAILURES));
    return wait.compareTo(QUARTER_OF_AN_HOUR) < 0 ? wait : QUARTER_OF_AN_HOUR;
  }
}
