package org.turnpike.simulator.traffic;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Traffic that was planted: whatever relays under this username, whether or not it was ever minted,
 * evenly over the buckets of {@code [from, to)}.
 *
 * @param customIdentifier empty when untagged
 */
public record RelayedUse(
    String keyId,
    String username,
    String customIdentifier,
    Instant from,
    Instant to,
    long egressBytes,
    long ingressBytes) {

  public RelayedUse {
    customIdentifier = customIdentifier == null ? "" : customIdentifier;
    if (keyId == null || username == null || from == null || to == null) {
      throw new IllegalArgumentException("keyId, username, from and to are needed");
    }
    if (!isBorder(from) || !isBorder(to) || !from.isBefore(to)) {
      throw new IllegalArgumentException("from and to must be borders of five minutes, in order");
    }
    if (egressBytes < 0 || ingressBytes < 0) {
      throw new IllegalArgumentException("Volumes are never negative");
    }
  }

  /** Tells the flows of the buckets of {@code [first, end)}. */
  void flows(long first, long end, Consumer<Flow> sink) {
    long start = FiveMinutes.holding(from);
    long count = FiveMinutes.holding(to) - start;
    DataCentre place = DataCentre.of(Dice.roll(Dice.roll(0, keyId), username));
    for (long at = Math.max(0, first - start); at < Math.min(count, end - start); at++) {
      sink.accept(
          new Flow(
              keyId,
              start + at,
              customIdentifier,
              () -> username,
              place,
              part(egressBytes, at, count),
              part(ingressBytes, at, count),
              1));
    }
  }

  /** Parts that add up to the whole, to the byte. */
  private static long part(long bytes, long at, long count) {
    return bytes / count + (at < bytes % count ? 1 : 0);
  }

  private static boolean isBorder(Instant instant) {
    return FiveMinutes.start(FiveMinutes.holding(instant)).equals(instant);
  }
}
