package org.turnpike.shared;

import java.time.Duration;

/** Nothing is wrong with the request: something we need is away; trying again later can work. */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public Unavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Unavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
