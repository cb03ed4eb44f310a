package org.turnpike.simulator.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * How a figure matures: it shows after {@code latency}, first up to 3 % beside the final value, in
 * steps of ten minutes ever nearer to it, and is final {@code settlesAfter} its bucket's end.
 *
 * @param settlesAfter zero: no restatement, the first value is the final one
 */
public record Settling(Duration latency, Duration settlesAfter) {

  private static final int FURTHEST_PER_MILLE = 30;
  private static final long STEP_SECONDS = 600;

  /** The part of a bucket that analytics shows at this instant, of a volume that is final. */
  long shown(long finalBytes, long dice, long bucket, Instant now, Duration delay) {
    long elapsed = elapsedSeconds(bucket, now.minus(delay));
    long age = elapsedSecondsSinceEnd(bucket, now);
    long whole = finalBytes * elapsed / FiveMinutes.SECONDS;
    long remaining = Math.max(0, settlesAfter.toSeconds() - Math.max(0, age));
    long steps = Math.max(1, settlesAfter.toSeconds() / STEP_SECONDS);
    long step = Math.min(steps, (remaining + STEP_SECONDS - 1) / STEP_SECONDS);
    long deviation =
        Dice.between(
            Dice.roll(dice, bucket * 1000 + step), -FURTHEST_PER_MILLE, FURTHEST_PER_MILLE);
    return whole * (1000 * steps + deviation * step) / (1000 * steps);
  }

  /** Seconds of the bucket that have passed, 0 to 300. */
  static long elapsedSeconds(long bucket, Instant now) {
    long since = now.getEpochSecond() - bucket * FiveMinutes.SECONDS;
    return Math.max(0, Math.min(FiveMinutes.SECONDS, since));
  }

  private static long elapsedSecondsSinceEnd(long bucket, Instant now) {
    return now.getEpochSecond() - (bucket + 1) * FiveMinutes.SECONDS;
  }
}
