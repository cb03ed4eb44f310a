package org.turnpike.shared;

/**
 * A number in the database that moves whenever something was disabled (a tenant, an API key, a TURN
 * key) or may be asked for on other terms, so that every application and node that remembers such a
 * thing forgets it within a second.
 */
public interface Epoch {
  /** Moves the epoch with the running transaction. */
  void advance();

  long current();
}
