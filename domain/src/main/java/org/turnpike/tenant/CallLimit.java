package org.turnpike.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Duration;
import org.turnpike.shared.Rejected;

/**
 * How often an API key may ask for credentials: at a steady pace, and so many at once after a rest.
 *
 * @param callsPerMinute 1 to {@link #MOST}
 * @param burst 1 to {@link #MOST}; null for what comes in ten seconds, one at the least
 */
@Embeddable
public record CallLimit(@Column(name = "calls_per_minute") Integer callsPerMinute, Integer burst)
    implements Serializable {
  public static final int MOST = 1_000_000;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int BURSTS_A_MINUTE = 6;

  public CallLimit {
    require("callsPerMinute", callsPerMinute);
    if (burst != null) {
      require("burst", burst);
    }
  }

  /** The burst that counts. */
  public int atOnce() {
    return burst == null ? Math.max(1, callsPerMinute / BURSTS_A_MINUTE) : burst;
  }

  /** Nanoseconds from call to call at the steady pace; rounded up, so never faster. */
  long interval() {
    return (MINUTE + callsPerMinute - 1) / callsPerMinute;
  }

  private static void require(String field, Integer value) {
    if (value == null || value < 1 || value > MOST) {
      throw Rejected.invalid(field, field + " must be between 1 and " + MOST + ".");
    }
  }
}
