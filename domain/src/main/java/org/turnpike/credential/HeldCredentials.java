package org.turnpike.credential;

import java.time.Instant;
import java.util.Optional;

/** The credentials that were handed out and live, encrypted in the database: a restart is warm. */
public interface HeldCredentials {
  /** Adds one, in the transaction that adds its grant. */
  void add(Holder holder, HeldCredential credential);

  /**
   * The holder's one that lasts longest, and longer than that instant; none of a grant revoked or
   * of a TURN key that mints no more.
   */
  Optional<HeldCredential> find(Holder holder, Instant lasting);

  /** Forgets the one of the grant, if there is one. */
  void forget(GrantId grant);

  /** Deletes what expired before that instant; says how many. */
  int forgetExpiredBefore(Instant instant);
}
