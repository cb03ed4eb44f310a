package org.turnpike.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids of ours: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
public final class UuidV7 {
  private UuidV7() {}

  public static UUID at(Instant now) {
    return UuidCreator.getTimeOrderedEpoch(now);
  }
}
