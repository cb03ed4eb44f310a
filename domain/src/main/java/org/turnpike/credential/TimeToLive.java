package org.turnpike.credential;

import java.time.Duration;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.TtlBounds;

/**
 * For how long a credential is asked for.
 *
 * @param seconds 1 to 172,800 (48 h), Cloudflare's own limit
 */
public record TimeToLive(int seconds) {
  public static final int MOST = TtlBounds.MOST;

  /** What a caller gets who asks for none, of a tenant that says nothing else. */
  public static final TimeToLive USUAL = new TimeToLive(TtlBounds.ANY.usual());

  public TimeToLive {
    if (seconds < 1 || seconds > MOST) {
      throw Rejected.invalid("ttl", "ttl must be between 1 and " + MOST + " seconds.");
    }
  }

  public Duration duration() {
    return Duration.ofSeconds(seconds);
  }
}
