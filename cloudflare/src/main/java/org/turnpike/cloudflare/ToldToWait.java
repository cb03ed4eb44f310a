package org.turnpike.cloudflare;

import java.time.Duration;
import org.turnpike.shared.Unavailable;

/** Cloudflare limits our calls, or says when it will be back. */
final class ToldToWait extends Unavailable {
  private static final long serialVersionUID = 1L;

  ToldToWait(String message, Duration retryAfter) {
    super(message, retryAfter);
  }
}
