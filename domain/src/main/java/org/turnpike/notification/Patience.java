package org.turnpike.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a delivery is tried again: after a minute, then after twice as long each time, up to two
 * hours; a fifth more or less, so that many do not come at once. Nothing is tried later than a day
 * after the beginning.
 */
final class Patience {
  static final Duration LIMIT = Duration.ofDays(1);
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(2);

  private static final int DOUBLINGS = 7;
  private static final int PER_MILLE = 1_000;
  private static final int SPREAD = 200;

  private Patience() {}

  /**
   * Nothing when it is time to give up.
   *
   * @param attempts how many have failed, one at least
   * @param least what the receiver asks for; null for nothing
   */
  static Optional<Instant> nextTry(Instant since, int attempts, Duration least, Instant now) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    Duration wait = spread(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    Instant next = now.plus(least != null && least.compareTo(wait) > 0 ? least : wait);
    return next.isAfter(since.plus(LIMIT)) ? Optional.empty() : Optional.of(next);
  }

  private static Duration spread(Duration pause) {
    int share = PER_MILLE + ThreadLocalRandom.current().nextInt(-SPREAD, SPREAD + 1);
    return pause.multipliedBy(share).dividedBy(PER_MILLE);
  }
}
