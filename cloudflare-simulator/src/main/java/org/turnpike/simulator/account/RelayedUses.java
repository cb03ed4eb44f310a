package org.turnpike.simulator.account;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.turnpike.simulator.traffic.RelayedUse;

/** All traffic that was planted under a username. */
public final class RelayedUses {

  private final List<RelayedUse> uses;
  private final Runnable changed;

  /** Starts with these, and tells each change. */
  public RelayedUses(List<RelayedUse> known, Runnable changed) {
    this.uses = new CopyOnWriteArrayList<>(known);
    this.changed = changed;
  }

  public void add(RelayedUse use) {
    uses.add(use);
    changed.run();
  }

  List<RelayedUse> of(String keyId) {
    return uses.stream().filter(use -> use.keyId().equals(keyId)).toList();
  }

  public List<RelayedUse> all() {
    return List.copyOf(uses);
  }
}
