package org.turnpike.relaytest;

/** What became of one way to the relay. */
public enum LegOutcome {
  /** Media went through. */
  WORKS,
  /** Media went through, with so much loss or delay that calls suffer. */
  POOR,
  /** The relay does not answer on this way, though it does on another. */
  BLOCKED,
  /** The relay answers on no way: the network blocks all of it, or it is down. */
  UNREACHABLE,
  /** The relay refused the credential. */
  REFUSED,
  /** The credential's life was over. */
  EXPIRED,
  /**
   * TCP is answered, and TLS does not come about: an unknown CA, a proxy between, or its ports are
   * closed. A browser tells these not apart.
   */
  TLS,
  /** The relay said no, for another reason than the credential. */
  DECLINED,
  /** The relay gave an address, and no media came through it. */
  NO_MEDIA,
  /** There was no URL for it. */
  NOT_TESTED
}
