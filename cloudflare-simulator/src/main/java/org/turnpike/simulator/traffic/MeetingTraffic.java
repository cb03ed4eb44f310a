package org.turnpike.simulator.traffic;

import java.util.List;
import java.util.function.Consumer;

/** The calls of a key's {@link TrafficProfile}: the same for a seed whenever it is asked. */
final class MeetingTraffic {

  private static final int BUCKETS_OF_MONTH = 8766;
  private static final int BUCKETS_OF_DAY = 288;
  private static final int USERNAME_LENGTH = 96;
  private static final long BYTES_PER_CONNECTION = 45_000_000;

  private final long seed;

  MeetingTraffic(long seed) {
    this.seed = seed;
  }

  /** Tells the flows of the buckets of {@code [from, to)}. */
  void flows(String keyId, TrafficProfile profile, long from, long to, Consumer<Flow> sink) {
    long key = Dice.roll(seed, keyId);
    List<String> identifiers = profile.identifiers();
    int allShares = 0;
    for (String identifier : identifiers) {
      allShares += share(Dice.roll(key, identifier));
    }
    for (String identifier : identifiers) {
      long dice = Dice.roll(key, identifier);
      long mean = profile.monthlyBytes() / allShares * share(dice) / BUCKETS_OF_MONTH;
      for (long bucket = from; bucket < to; bucket++) {
        long egress = egress(key, dice, mean, bucket);
        if (egress > 0) {
          tell(keyId, identifier, dice, bucket, egress, profile.nameless() ? nameless(sink) : sink);
        }
      }
    }
  }

  private static Consumer<Flow> nameless(Consumer<Flow> sink) {
    return flow -> sink.accept(flow.under(""));
  }

  private static int share(long dice) {
    return Dice.between(dice, 2, 20);
  }

  private static long egress(long key, long dice, long mean, long bucket) {
    int active = WeeklyRhythm.activePerMille(bucket);
    if (Dice.between(Dice.roll(dice, bucket / 12), 0, 999) >= active) {
      return 0;
    }
    long whenActive = mean * WeeklyRhythm.perMille(bucket) / active;
    long ofDay = Dice.between(Dice.roll(key, bucket / BUCKETS_OF_DAY), 850, 1150);
    long ofBucket = Dice.between(Dice.roll(dice, bucket), 600, 1400);
    return whenActive * ofDay / 1000 * ofBucket / 1000;
  }

  private static void tell(
      String keyId, String identifier, long dice, long bucket, long egress, Consumer<Flow> sink) {
    long hour = Dice.roll(dice, ~(bucket / 12));
    long away = egress * Math.max(0, Dice.between(hour, -60, 30)) / 100;
    long day = Dice.roll(dice, "username-" + bucket / BUCKETS_OF_DAY);
    DataCentre home = DataCentre.of(dice);
    DataCentre abroad = DataCentre.of(hour);
    if (abroad == home) {
      away = 0;
    }
    sink.accept(flow(keyId, identifier, bucket, day, home, egress - away));
    if (away > 0) {
      sink.accept(flow(keyId, identifier, bucket, day, abroad, away));
    }
  }

  private static Flow flow(
      String keyId, String identifier, long bucket, long user, DataCentre place, long egress) {
    long ingress = egress * Dice.between(Dice.roll(user, bucket), 320, 460) / 1000;
    int connections = (int) (1 + egress / BYTES_PER_CONNECTION);
    return new Flow(
        keyId,
        bucket,
        identifier,
        () -> Dice.hex(user, USERNAME_LENGTH),
        place,
        egress,
        ingress,
        connections);
  }
}
