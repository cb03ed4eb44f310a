package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.turnkey.TurnKeyId;

/** Credentials ready to be handed out, encrypted in the database. */
public interface CredentialReserve {
  void add(ReserveCredential credential);

  /**
   * Takes the oldest that fits out of the reserve, with the running transaction; two who take at
   * the same time get different ones and wait for neither.
   */
  Optional<ReserveCredential> take(Fitting fitting);

  /** How many last longer than that instant, by TURN key and life; none is left out. */
  List<Level> levels(Instant lasting);

  /** Forgets those of a TURN key. */
  void forget(TurnKeyId turnKey);

  /** Deletes what expires before that instant; says how many. */
  int forgetExpiredBefore(Instant instant);

  /**
   * What may be taken.
   *
   * @param mintedBy the latest minting, inclusive
   * @param lasting the earliest end, inclusive
   * @param ending the latest end, inclusive
   */
  record Fitting(TurnKeyId turnKey, Instant mintedBy, Instant lasting, Instant ending) {}

  /** How many there are of a TURN key and a life. */
  record Level(TurnKeyId turnKey, TimeToLive ttl, long credentials) {}
}
