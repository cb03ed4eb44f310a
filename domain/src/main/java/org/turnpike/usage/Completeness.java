package org.turnpike.usage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How good a figure over several TURN keys is: as good as that of the key furthest behind.
 *
 * @param asOf when the key read longest ago was read; null when one has never been
 * @param completeThrough every window before it is in; null when a key has never been read
 */
public record Completeness(Instant asOf, Instant completeThrough) {
  public static final Completeness UNKNOWN = new Completeness(null, null);

  public static Completeness of(List<CollectionMark> marks) {
    if (marks.isEmpty() || marks.stream().anyMatch(mark -> mark.completeThrough() == null)) {
      return UNKNOWN;
    }
    return new Completeness(
        marks.stream().map(CollectionMark::collectedAt).min(Comparator.naturalOrder()).get(),
        marks.stream().map(CollectionMark::completeThrough).min(Comparator.naturalOrder()).get());
  }

  /** Complete through when, seen from a span that ends there. */
  public Instant through(Instant end) {
    return completeThrough == null || completeThrough.isBefore(end) ? completeThrough : end;
  }
}
