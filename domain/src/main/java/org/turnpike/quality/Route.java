package org.turnpike.quality;

/** How a call's media goes. */
public enum Route {
  /** Through a TURN relay, on this browser's side. */
  RELAYED,
  /** From peer to peer, as far as this browser knows. */
  DIRECT
}
