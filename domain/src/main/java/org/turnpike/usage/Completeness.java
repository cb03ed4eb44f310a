package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param problem why the last attempt to read a key failed, for people to read: of several, that of
 *     the key furthest behind; null when none did
 */
public record Completeness(Instant asOf, Instant completeThrough, String problem) {
  public static final Completeness UNKNOWN = new Completeness(null, null, null);

  /** After a key's retirement: its last credential's life of 48 hours, and a day to settle. */
  private static final Duration SETTLING = Duration.ofDays(3);

  /**
   * Of figures over these keys.
   *
   * @param marks the keys' own; a key without one has never been read
   */
  public static Completeness of(List<TurnKey> keys, List<CollectionMark> marks) {
    Map<TurnKeyId, CollectionMark> byKey =
        marks.stream().collect(Collectors.toMap(CollectionMark::turnKey, Function.identity()));
    List<TurnKey> open = keys.stream().filter(key -> !settled(key, byKey.get(key.id()))).toList();
    if (open.isEmpty()) {
      return marks.stream()
          .filter(CollectionMark::hasBeenRead)
          .max(Comparator.comparing(CollectionMark::completeThrough))
          .map(mark -> new Completeness(mark.collectedAt(), mark.completeThrough(), null))
          .orElse(UNKNOWN);
    }
    List<CollectionMark> tried =
        open.stream().map(key -> byKey.get(key.id())).filter(Objects::nonNull).toList();
    if (tried.size() < open.size() || !tried.stream().allMatch(CollectionMark::hasBeenRead)) {
      return new Completeness(null, null, problem(tried));
    }
    return new Completeness(
        tried.stream().map(CollectionMark::collectedAt).min(Comparator.naturalOrder()).get(),
        tried.stream().map(CollectionMark::completeThrough).min(Comparator.naturalOrder()).get(),
        problem(tried));
  }

  private static String problem(List<CollectionMark> marks) {
    return marks.stream()
        .filter(mark -> mark.problem() != null)
        .min(
            Comparator.comparing(
                CollectionMark::completeThrough, Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(CollectionMark::problem)
        .orElse(null);
  }

  private static boolean settled(TurnKey key, CollectionMark mark) {
    return key.retiredAt() != null
        && mark != null
        && mark.hasBeenRead()
        && mark.completeThrough().isAfter(key.retiredAt().plus(SETTLING));
  }

  /** Complete through when, seen from a span that ends there. */
  public Instant through(Instant end) {
    return completeThrough == null || completeThrough.isBefore(end) ? completeThrough : end;
  }
}
