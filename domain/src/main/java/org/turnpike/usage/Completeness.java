package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * How good a figure over several TURN keys is: as good as that of the key furthest behind. A
 * retired key whose usage has settled is no longer read, and holds no figure back.
 *
 * @param asOf when the key read longest ago was read; null when one has never been
 * @param completeThrough every window before it is in; null when a key has never been read
 */
public record Completeness(Instant asOf, Instant completeThrough) {
  public static final Completeness UNKNOWN = new Completeness(null, null);

  /** After a key's retirement: its last credential's life of 48 hours, and a day to settle. */
  private static final Duration SETTLING = Duration.ofDays(3);

  /**
   * Of figures over these keys.
   *
   * @param marks the keys' own; a key without one has never been read
   */
  public static Completeness of(List<TurnKey> keys, List<CollectionMark> marks) {
    Map<TurnKeyId, CollectionMark> byKey =
        marks.stream()
            .filter(mark -> mark.completeThrough() != null)
            .collect(Collectors.toMap(CollectionMark::turnKey, Function.identity()));
    List<TurnKey> open = keys.stream().filter(key -> !settled(key, byKey.get(key.id()))).toList();
    if (open.stream().anyMatch(key -> !byKey.containsKey(key.id()))) {
      return UNKNOWN;
    }
    if (open.isEmpty()) {
      return byKey.values().stream()
          .max(Comparator.comparing(CollectionMark::completeThrough))
          .map(Completeness::of)
          .orElse(UNKNOWN);
    }
    List<CollectionMark> read = open.stream().map(key -> byKey.get(key.id())).toList();
    return new Completeness(
        read.stream().map(CollectionMark::collectedAt).min(Comparator.naturalOrder()).get(),
        read.stream().map(CollectionMark::completeThrough).min(Comparator.naturalOrder()).get());
  }

  private static Completeness of(CollectionMark mark) {
    return new Completeness(mark.collectedAt(), mark.completeThrough());
  }

  private static boolean settled(TurnKey key, CollectionMark mark) {
    return key.retiredAt() != null
        && mark != null
        && mark.completeThrough().isAfter(key.retiredAt().plus(SETTLING));
  }

  /** Complete through when, seen from a span that ends there. */
  public Instant through(Instant end) {
    return completeThrough == null || completeThrough.isBefore(end) ? completeThrough : end;
  }
}
