package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A credential that was handed out and may be handed to its {@link Holder} again. Renewed when a
 * seventh of its life is over: of 48 h, the longest there is, 41 h are left to whoever keeps
 * asking.
 */
public record HeldCredential(
    GrantId grant, List<IceServer> iceServers, Instant issuedAt, Instant expiresAt) {
  private static final int PARTS_UNTIL_DUE = 7;

  public HeldCredential {
    iceServers = List.copyOf(iceServers);
  }

  public Duration life() {
    return Duration.between(issuedAt, expiresAt);
  }

  /** As {@code life().dividedBy(parts)}, which takes a detour over decimal fractions. */
  Duration partOfLife(int parts) {
    return Duration.ofNanos(life().toNanos() / parts);
  }

  /** The life that is left; nothing when it is over. */
  public Duration left(Instant now) {
    return now.isBefore(expiresAt) ? Duration.between(now, expiresAt) : Duration.ZERO;
  }

  /** Whether so much of its life is left that whoever asks is better served at once. */
  boolean isFresh(Instant now) {
    return now.isBefore(expiresAt.minus(partOfLife(2)));
  }

  /** Whether another should be minted for its holder, in time and in the background. */
  boolean isDue(Instant now) {
    return !now.isBefore(issuedAt.plus(partOfLife(PARTS_UNTIL_DUE)));
  }

  /** When a client should ask again: with a fifth of the life left, or half of what is left. */
  Instant refreshAfter(Instant now) {
    Instant usual = expiresAt.minus(partOfLife(5));
    return usual.isAfter(now) ? usual : now.plus(left(now).dividedBy(2));
  }

  /** Shows no password. */
  @Override
  public String toString() {
    return "credential of grant " + grant;
  }
}
