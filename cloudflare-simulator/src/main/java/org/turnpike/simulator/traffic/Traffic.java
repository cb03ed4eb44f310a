package org.turnpike.simulator.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * All traffic of a seed, in two views: what really flowed until an instant, and what analytics
 * shows of it then. Both are sums of the same {@link Flow}s.
 */
public final class Traffic {

  /** The two views. */
  public enum View {
    /** Final values; of the bucket that is running, the part that has passed. */
    SETTLED,
    /** What a query at that instant would be told. */
    SHOWN
  }

  private final long seed;
  private final Settling settling;
  private final MeetingTraffic meetings;
  private final CredentialTraffic credentials;

  public Traffic(long seed, Settling settling) {
    this.seed = seed;
    this.settling = settling;
    this.meetings = new MeetingTraffic(seed);
    this.credentials = new CredentialTraffic(seed);
  }

  /**
   * Tells every flow of the buckets that start in {@code [from, to)}.
   *
   * @param asOf the instant of asking: nothing after it has happened yet
   */
  public void flows(
      List<TrafficSource> sources,
      Instant from,
      Instant to,
      Instant asOf,
      View view,
      Disturbances disturbances,
      Consumer<Flow> sink) {
    for (TrafficSource source : sources) {
      long key = Dice.roll(seed, source.keyId());
      Duration delay = delay(source.keyId(), disturbances);
      everything(
          source,
          FiveMinutes.startingFrom(later(from, source.since())),
          FiveMinutes.startingFrom(earlier(to, earlier(asOf, source.until()))),
          flow -> {
            Flow restated = disturbances.restated(flow, asOf);
            Flow seen =
                view == View.SETTLED ? passed(restated, asOf) : shown(restated, key, asOf, delay);
            if (seen.egressBytes() > 0 || seen.ingressBytes() > 0) {
              sink.accept(seen);
            }
          });
    }
  }

  private void everything(TrafficSource source, long from, long to, Consumer<Flow> sink) {
    if (source.profile() != null) {
      meetings.flows(source.keyId(), source.profile(), from, to, sink);
    }
    for (CredentialUse use : source.credentials()) {
      credentials.flows(source.keyId(), use, from, to, sink);
    }
    for (RelayedUse use : source.uses()) {
      use.flows(from, to, sink);
    }
  }

  private Flow shown(Flow flow, long key, Instant asOf, Duration delay) {
    return flow.carrying(
        settling.shown(flow.egressBytes(), key, flow.bucket(), asOf, delay),
        settling.shown(flow.ingressBytes(), key, flow.bucket(), asOf, delay));
  }

  private static Flow passed(Flow flow, Instant asOf) {
    long elapsed = Settling.elapsedSeconds(flow.bucket(), asOf);
    return flow.carrying(
        flow.egressBytes() * elapsed / FiveMinutes.SECONDS,
        flow.ingressBytes() * elapsed / FiveMinutes.SECONDS);
  }

  private Duration delay(String keyId, Disturbances disturbances) {
    return disturbances.delays().stream()
        .filter(delay -> delay.touches(keyId))
        .map(Delay::by)
        .reduce(settling.latency(), (one, other) -> one.compareTo(other) > 0 ? one : other);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
