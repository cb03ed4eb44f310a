package org.turnpike.simulator.account;

import java.time.Instant;
import org.turnpike.simulator.traffic.TrafficProfile;

/**
 * A TURN key.
 *
 * @param uid 32 hex characters
 * @param secret 64 hex characters, told once
 * @param deleted null while it lives; its usage stays in analytics afterwards
 * @param profile null for a key without history
 */
public record TurnKey(
    String uid,
    String accountId,
    String name,
    String secret,
    Instant created,
    Instant modified,
    Instant deleted,
    TrafficProfile profile) {

  TurnKey renamed(String other, Instant now) {
    return new TurnKey(uid, accountId, other, secret, created, now, deleted, profile);
  }

  TurnKey deleted(Instant now) {
    return new TurnKey(uid, accountId, name, secret, created, modified, now, profile);
  }

  @Override
  public String toString() {
    return "TurnKey[" + uid + "]";
  }
}
