package org.turnpike.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ids of ours: UUIDs of version 7 (RFC 9562), which sort by the time they were made; those of one
 * millisecond and process by the order they were made in, so that a trail reads as it happened.
 */
public final class UuidV7 {
  private static final AtomicReference<UUID> LATEST = new AtomicReference<>(new UUID(0, 0));

  private UuidV7() {}

  public static UUID at(Instant now) {
    return LATEST.accumulateAndGet(UuidCreator.getTimeOrderedEpoch(now), UuidV7::after);
  }

  private static UUID after(UUID latest, UUID drawn) {
    boolean sameMillisecond = millisecond(latest) == millisecond(drawn);
    return sameMillisecond && drawn.compareTo(latest) <= 0
        ? new UUID(latest.getMostSignificantBits(), latest.getLeastSignificantBits() + 1)
        : drawn;
  }

  private static long millisecond(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
