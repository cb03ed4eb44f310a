package org.turnpike.shared;

import java.time.Duration;

/**
 * The caller tries too often; later it may. It carries no stack trace: it is thrown as often as
 * somebody calls too often, and tells nothing of us.
 */
public final class TooManyRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyRequests(String message, Duration retryAfter) {
    super(message, null, false, false);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
