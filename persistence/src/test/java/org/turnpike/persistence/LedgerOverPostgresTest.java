package org.turnpike.persistence;

import org.turnpike.world.LedgerContracts;
import org.turnpike.world.Ports;

/** The ledger's adapters keep what the ports promise, as the role the application logs in with. */
class LedgerOverPostgresTest extends LedgerContracts {
  @Override
  protected Ports empty() {
    return PostgresPorts.empty();
  }
}
