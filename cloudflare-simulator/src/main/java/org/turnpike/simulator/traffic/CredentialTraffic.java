package org.turnpike.simulator.traffic;

import java.time.Instant;
import java.util.function.Consumer;

/** One call for most minted credentials: it starts soon, lasts up to an hour, at a steady rate. */
final class CredentialTraffic {

  private static final int USED_PERCENT = 70;
  private static final int LONGEST_CALL_SECONDS = 3600;

  private final long seed;

  CredentialTraffic(long seed) {
    this.seed = seed;
  }

  /** Tells the flows of the buckets of {@code [from, to)}. */
  void flows(String keyId, CredentialUse use, long from, long to, Consumer<Flow> sink) {
    long dice = Dice.roll(Dice.roll(seed, keyId), use.username());
    long start = use.issuedAt().getEpochSecond() + Dice.between(Dice.roll(dice, 1), 1, 120);
    long end =
        Math.min(
            start + Dice.between(Dice.roll(dice, 2), 300, LONGEST_CALL_SECONDS),
            use.endsAt().getEpochSecond());
    if (end <= start || Dice.between(dice, 1, 100) > USED_PERCENT) {
      return;
    }
    long bytesPerSecond = Dice.between(Dice.roll(dice, 3), 40_000, 300_000);
    DataCentre place = DataCentre.of(Dice.roll(dice, 4));
    long first = Math.max(from, FiveMinutes.holding(Instant.ofEpochSecond(start)));
    for (long bucket = first; bucket < to && bucket * FiveMinutes.SECONDS < end; bucket++) {
      long opens = bucket * FiveMinutes.SECONDS;
      long seconds = Math.min(end, opens + FiveMinutes.SECONDS) - Math.max(start, opens);
      long egress = seconds * bytesPerSecond;
      sink.accept(
          new Flow(
              keyId, bucket, use.customIdentifier(), use::username, place, egress, egress / 3, 1));
    }
  }
}
