package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A node's tallies by key and window, until they are told. What was told stays while its window
 * runs, because a tally is told whole; what cannot be told for a week is given up.
 */
final class UntoldTallies<K, T extends Tally<T>> {
  private static final Duration KEPT = Duration.ofDays(7);

  private final T none;
  private final Map<K, T> totals = new HashMap<>();
  private final Map<Place<K>, T> tallies = new HashMap<>();
  private final Set<Place<K>> untold = new HashSet<>();

  UntoldTallies(T none) {
    this.none = none;
  }

  /** Whose, and the start of which window. */
  record Place<K>(K key, Instant window) {}

  /** What is to be told. */
  record Told<K, T>(K key, Instant window, T tally) {}

  /** Takes in by how much the totals since the start of the node have grown. */
  void grow(Map<K, T> newTotals, Instant now) {
    Instant window = TallyWindow.startOf(now);
    newTotals.forEach(
        (key, total) -> {
          T growth = total.minus(totals.getOrDefault(key, none));
          if (!growth.equals(none)) {
            totals.put(key, total);
            Place<K> place = new Place<>(key, window);
            tallies.merge(place, growth, Tally::plus);
            untold.add(place);
          }
        });
    forget(place -> place.window().isBefore(now.minus(KEPT)));
  }

  List<Told<K, T>> untold() {
    return untold.stream()
        .map(place -> new Told<>(place.key(), place.window(), tallies.get(place)))
        .toList();
  }

  /** All of it is in the database. */
  void told(Instant now) {
    untold.clear();
    forget(place -> place.window().isBefore(TallyWindow.startOf(now)));
  }

  private void forget(java.util.function.Predicate<Place<K>> over) {
    tallies.keySet().removeIf(over);
    untold.removeIf(over);
  }
}
