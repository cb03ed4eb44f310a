package org.turnpike.cloudflare;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

/**
 * How many GraphQL queries a token may make in any five minutes. Less than Cloudflare allows: who
 * exceeds its limit is shut out for five minutes, and dashboards may use the same token's user.
 */
final class QueryBudget {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final int most;
  private final Clock clock;
  private final Map<String, Deque<Instant>> queries = new HashMap<>();

  QueryBudget(int most, Clock clock) {
    this.most = most;
    this.clock = clock;
  }

  /** Counts one query; throws {@code Unavailable} with the time to wait when there is none left. */
  synchronized void spend(Secret token) {
    Instant now = clock.instant();
    forget(now.minus(WINDOW));
    Deque<Instant> spent = queries.computeIfAbsent(digest(token), key -> new ArrayDeque<>());
    if (spent.size() >= most) {
      throw new Unavailable(
          "Our budget of " + most + " analytics queries in 5 minutes is used up.",
          Duration.between(now, spent.getFirst().plus(WINDOW)));
    }
    spent.addLast(now);
  }

  int most() {
    return most;
  }

  /** When the token made each query of the last five minutes, oldest first. */
  synchronized List<Instant> spent(Secret token) {
    forget(clock.instant().minus(WINDOW));
    return List.copyOf(queries.getOrDefault(digest(token), new ArrayDeque<>()));
  }

  /** Counts queries that somebody else made; those that are known here stay counted once. */
  synchronized void count(Secret token, List<Instant> made) {
    Deque<Instant> spent = queries.computeIfAbsent(digest(token), key -> new ArrayDeque<>());
    List<Instant> all = new ArrayList<>(made);
    spent.forEach(all::remove);
    all.addAll(spent);
    all.sort(Comparator.naturalOrder());
    spent.clear();
    spent.addAll(all);
  }

  /** How many queries of a hundred are left. */
  int percentLeft(Secret token) {
    return (most - spent(token).size()) * 100 / most;
  }

  private void forget(Instant through) {
    for (Deque<Instant> spent : queries.values()) {
      while (!spent.isEmpty() && !spent.getFirst().isAfter(through)) {
        spent.removeFirst();
      }
    }
    queries.values().removeIf(Deque::isEmpty);
  }

  /** A heap dump should not need to be kept like a token. */
  private static String digest(Secret token) {
    return Sha256.hex(token.reveal());
  }
}
