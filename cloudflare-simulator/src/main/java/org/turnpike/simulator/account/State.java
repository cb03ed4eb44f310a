package org.turnpike.simulator.account;

import java.util.List;
import org.turnpike.simulator.traffic.RelayedUse;

/** All that outlives a restart. */
public record State(
    List<Account> accounts,
    List<TurnKey> keys,
    List<MintedCredential> credentials,
    List<RelayedUse> uses) {

  public static final State EMPTY = new State(List.of(), List.of(), List.of(), List.of());

  /** Files of earlier releases have no uses. */
  public State {
    uses = uses == null ? List.of() : uses;
  }
}
