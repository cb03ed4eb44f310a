package org.turnpike.credential;

import java.util.Optional;

/**
 * The credentials handed out lately, in this application's memory: bounded, empty at the start, and
 * emptied whenever something was disabled anywhere.
 */
public interface CredentialMemory {
  Optional<HeldCredential> find(Holder holder);

  /** A mark of now, to remember what is looked up from here on. */
  long mark();

  /** Remembers, unless all was forgotten since the mark: the credential may have been revoked. */
  void remember(long mark, Holder holder, HeldCredential credential);

  void forgetAll();
}
