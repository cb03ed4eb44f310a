package org.turnpike.simulator.traffic;

import java.time.Instant;

/**
 * Cloudflare changes its mind about the past: buckets that start in {@code [from, to)} count {@code
 * percent} of what they did, for whoever asks from {@code since} on.
 *
 * @param keyId null for every key
 */
public record Restatement(String keyId, Instant from, Instant to, int percent, Instant since) {

  boolean touches(Flow flow, Instant asOf) {
    Instant start = FiveMinutes.start(flow.bucket());
    return (keyId == null || keyId.equals(flow.keyId()))
        && !start.isBefore(from)
        && start.isBefore(to)
        && !asOf.isBefore(since);
  }
}
