package org.turnpike.credential;

import java.time.Duration;
import java.time.Instant;

/** A credential in memory, who asked for it, and when they last did. */
public final class RememberedCredential {
  /** Of its life: whoever has not asked for so long has probably left. */
  private static final int PARTS_UNTIL_QUIET = 8;

  private final CredentialRequest request;
  private final HeldCredential credential;
  private volatile Instant asked;

  public RememberedCredential(CredentialRequest request, HeldCredential credential, Instant asked) {
    this.request = request;
    this.credential = credential;
    this.asked = asked;
  }

  /** Another one in its place; that it was renewed does not mean that somebody asked. */
  public RememberedCredential renewed(CredentialRequest by, HeldCredential with) {
    return new RememberedCredential(by, with, asked);
  }

  /** The credential, for somebody who asks now. */
  public HeldCredential handOut(Instant now) {
    asked = now;
    return credential;
  }

  public HeldCredential credential() {
    return credential;
  }

  public CredentialRequest request() {
    return request;
  }

  /** Whether somebody still asks for it, and it should be renewed before they ask again. */
  public boolean isToRenew(Instant now) {
    Duration quiet = credential.partOfLife(PARTS_UNTIL_QUIET);
    return credential.isDue(now) && !asked.isBefore(now.minus(quiet));
  }
}
