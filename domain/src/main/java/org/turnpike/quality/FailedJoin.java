package org.turnpike.quality;

/** Why somebody did not get into a call. */
public enum FailedJoin {
  /** No relay gave an address, though one was asked. */
  NO_RELAY_CANDIDATE,
  /** A relay refused the credential. */
  CREDENTIAL_REFUSED,
  /** No pair of candidates came through. */
  ICE_FAILED,
  /** It took longer than the app waits. */
  TIMEOUT,
  OTHER
}
