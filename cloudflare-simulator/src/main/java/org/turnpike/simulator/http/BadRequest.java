package org.turnpike.simulator.http;

/** The caller's request cannot be read; the endpoint decides how to say so. */
public final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1;

  public BadRequest(String message) {
    super(message);
  }

  public BadRequest(String message, Throwable cause) {
    super(message, cause);
  }
}
