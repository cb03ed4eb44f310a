package org.turnpike.world;

/** The ledger's fakes keep what the ports promise. */
class LedgerInMemoryTest extends LedgerContracts {
  @Override
  protected Ports empty() {
    return new World();
  }
}
