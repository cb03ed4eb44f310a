package org.turnpike.quality;

/**
 * What Cloudflare allows one allocation, either way; above it, it drops packets and says nothing.
 * Where it names a span, its lower end.
 *
 * <p>Source: Cloudflare Realtime, TURN, "FAQ".
 */
public enum AllocationLimit {
  /** New peers a second. */
  NEW_PEERS(5),
  /** Packets a second. */
  PACKETS(5_000),
  /** Bits a second. */
  THROUGHPUT(50_000_000);

  private static final long NEAR_PERCENT = 80;

  private final long most;

  AllocationLimit(long most) {
    this.most = most;
  }

  public long most() {
    return most;
  }

  /** From there on a call is near the limit. */
  public long near() {
    return most * NEAR_PERCENT / 100;
  }
}
