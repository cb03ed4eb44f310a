package org.turnpike.credentialservice.rules;

import java.time.Duration;

/** The caller tries too often. */
public final class TooManyRequests extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyRequests(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  Duration retryAfter() {
    return retryAfter;
  }
}
