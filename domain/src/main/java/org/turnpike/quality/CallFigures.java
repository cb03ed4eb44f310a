package org.turnpike.quality;

import org.turnpike.shared.Rejected;

/**
 * What a browser measured of a call, from its beginning until now. Loss and jitter are those of
 * what it receives.
 *
 * @param seconds for how long it was connected
 * @param roundTripMs mean, to the peer, in milliseconds; null when not known
 * @param jitterMs mean, in milliseconds; null when not known
 * @param peakNewPeers in one second
 * @param peakPackets in one second, of the busier way
 * @param peakBits in one second, of the busier way
 */
public record CallFigures(
    long seconds,
    Integer roundTripMs,
    Integer jitterMs,
    long packetsReceived,
    long packetsLost,
    long bytesReceived,
    long bytesSent,
    long peakNewPeers,
    long peakPackets,
    long peakBits) {
  public static final CallFigures NONE = new CallFigures(0, null, null, 0, 0, 0, 0, 0, 0, 0);

  private static final long WEEK = 7 * 86_400;
  private static final long MINUTE_IN_MS = 60_000;
  private static final long PACKETS = 10_000_000_000L;
  private static final long BYTES = 100_000_000_000_000L;
  private static final long PEERS = 10_000;
  private static final long PACKETS_A_SECOND = 10_000_000;
  private static final long BITS_A_SECOND = 100_000_000_000L;

  public CallFigures {
    check("seconds", seconds, WEEK);
    check("roundTripMs", roundTripMs == null ? 0 : roundTripMs, MINUTE_IN_MS);
    check("jitterMs", jitterMs == null ? 0 : jitterMs, MINUTE_IN_MS);
    check("packetsReceived", packetsReceived, PACKETS);
    check("packetsLost", packetsLost, PACKETS);
    check("bytesReceived", bytesReceived, BYTES);
    check("bytesSent", bytesSent, BYTES);
    check("peakNewPeersPerSecond", peakNewPeers, PEERS);
    check("peakPacketsPerSecond", peakPackets, PACKETS_A_SECOND);
    check("peakBitsPerSecond", peakBits, BITS_A_SECOND);
  }

  private static void check(String field, long value, long most) {
    if (value < 0 || value > most) {
      throw Rejected.invalid(field, field + " must be between 0 and " + most + ".");
    }
  }
}
