package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The credentials handed out lately, in this application's memory: bounded, empty at the start, and
 * emptied whenever something was disabled anywhere.
 */
public interface CredentialMemory {
  /** For somebody who asks now. */
  Optional<HeldCredential> handOut(Holder holder, Instant now);

  /** To look at; nobody asked for it. */
  Optional<HeldCredential> find(Holder holder);

  /** Who asked lately for what is due to be renewed. */
  List<CredentialRequest> toRenew(Instant now);

  /** A mark of now, to remember what is looked up from here on. */
  long mark();

  /** Remembers, unless all was forgotten since the mark: the credential may have been revoked. */
  void remember(long mark, CredentialRequest request, HeldCredential credential, Instant now);

  /** Forgets the holder's one, if it is of that grant. */
  void forget(Holder holder, GrantId grant);

  void forgetAll();
}
