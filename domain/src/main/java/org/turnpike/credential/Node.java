package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of the credential service, from its start to its end, on a server of that name.
 *
 * @param seenAt when it last told what it saw
 */
public record Node(NodeId id, String name, Instant startedAt, Instant seenAt) {
  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** Whether it has not been heard of for longer than a slow round takes. */
  public boolean isSilent(Instant now) {
    return seenAt.isBefore(now.minus(SILENCE));
  }

  /** Whether that one is the run before this one: it was not heard of since this one started. */
  boolean succeeds(Node other, Instant now) {
    return !id.equals(other.id)
        && name.equals(other.name)
        && other.isSilent(now)
        && other.seenAt.isBefore(startedAt);
  }
}
