package org.turnpike.console.gate;

import org.turnpike.identity.Caller;

/** A person who is signed in, without a session. */
public final class SignedIn extends Person {
  private final Caller caller;

  public SignedIn(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Caller caller() {
    return caller;
  }
}
