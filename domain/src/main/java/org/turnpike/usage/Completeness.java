package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * How good a figure over several TURN keys is: as good as that of the key furthest behind. A
 * retired key whose usage has settled is no longer read, nor is a share whose identifier was
 * erased: these hold no figure back.
 *
 * @param asOf when the key read longest ago was read; null when one has never been
 * @param completeThrough every window before it is in; null when a key has never been read
 * @param problem why the last attempt to read a key failed, for people to read: of several, that of
 *     the key furthest behind; null when none did
 * @param since the first key's first reading starts there: nothing is claimed of windows before it;
 *     null when that is not known
 * @param lost holes in between, of any key: Cloudflare kept it no longer when it was read; oldest
 *     first
 */
public record Completeness(
    Instant asOf, Instant completeThrough, String problem, Instant since, List<TimeRange> lost) {
  public static final Completeness UNKNOWN = new Completeness(null, null, null);

  public Completeness {
    lost = List.copyOf(lost);
  }

  /** One without holes, which claims nothing of when it began. */
  public Completeness(Instant asOf, Instant completeThrough, String problem) {
    this(asOf, completeThrough, problem, null, List.of());
  }

  /** After a key's retirement: its last credential's life of 48 hours, and a day to settle. */
  private static final Duration SETTLING = Duration.ofDays(3);

  /**
   * Of figures over these keys.
   *
   * @param marks the keys' own; a key without one has never been read
   * @param lost the keys' own
   */
  public static Completeness of(
      List<TurnKey> keys, List<CollectionMark> marks, List<LostUsage> lost) {
    Completeness read = read(keys, marks);
    Instant since =
        marks.stream()
            .map(CollectionMark::since)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new Completeness(
        read.asOf,
        read.completeThrough,
        read.problem,
        since,
        lost.stream().map(LostUsage::range).distinct().toList());
  }

  private static Completeness read(List<TurnKey> keys, List<CollectionMark> marks) {
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
    if (key.isErased()) {
      return true;
    }
    return key.retiredAt() != null
        && mark != null
        && mark.hasBeenRead()
        && !mark.completeThrough().isBefore(enough(key));
  }

  private static Instant enough(TurnKey key) {
    return key.isOwn() ? key.retiredAt().plus(SETTLING) : key.meteredUntil();
  }

  /** Complete through when, seen from a span that ends there. */
  public Instant through(Instant end) {
    return completeThrough == null || completeThrough.isBefore(end) ? completeThrough : end;
  }

  /** Nothing is claimed before when, seen from a span that starts there; null when of all of it. */
  public Instant claimedSince(Instant start) {
    return since == null || !since.isAfter(start) ? null : since;
  }

  /** The holes, as far as they lie in the range. */
  public List<TimeRange> lostWithin(TimeRange range) {
    return lost.stream()
        .filter(hole -> hole.start().isBefore(range.end()) && range.start().isBefore(hole.end()))
        .map(
            hole ->
                new TimeRange(
                    hole.start().isBefore(range.start()) ? range.start() : hole.start(),
                    hole.end().isAfter(range.end()) ? range.end() : hole.end()))
        .toList();
  }

  /**
   * How many hours of the range have holes: what several keys lack at the same time counts once,
   * and a part of an hour as a whole one.
   */
  public long lostHours(TimeRange range) {
    Duration lost = Duration.ZERO;
    Instant counted = range.start();
    for (TimeRange hole :
        lostWithin(range).stream().sorted(Comparator.comparing(TimeRange::start)).toList()) {
      Instant start = hole.start().isAfter(counted) ? hole.start() : counted;
      if (start.isBefore(hole.end())) {
        lost = lost.plus(Duration.between(start, hole.end()));
        counted = hole.end();
      }
    }
    return lost.plusHours(1).minusNanos(1).toHours();
  }
}
