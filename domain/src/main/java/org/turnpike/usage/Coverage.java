package org.turnpike.usage;

/** What is known of a step of time of somebody's usage, the better first. */
public enum Coverage {
  /** Nothing is to be known: no TURN key was metered yet. */
  NONE,
  /** Not over yet, or still resting. */
  AHEAD,
  /** All of it is in. */
  COMPLETE,
  /** All of it is in, and some of it changed after it was first read. */
  RESTATED,
  /** Not in yet; Cloudflare still has it. */
  MISSING,
  /** Cloudflare kept it no longer when it was read. */
  LOST;

  Coverage worseOf(Coverage other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
