package org.turnpike.simulator.account;

import java.util.List;

/** All that outlives a restart. */
public record State(
    List<Account> accounts, List<TurnKey> keys, List<MintedCredential> credentials) {

  public static final State EMPTY = new State(List.of(), List.of(), List.of());
}
