package org.turnpike.shared;

import java.time.Duration;

/** We were answered, with what cannot be: the next question need not fare alike. */
public class Implausible extends Unavailable {
  private static final long serialVersionUID = 1L;

  public Implausible(String message, Duration retryAfter) {
    super(message, retryAfter);
  }
}
