package org.turnpike.persistence;

import org.turnpike.world.PortContracts;
import org.turnpike.world.Ports;

/** The adapters keep what the ports promise, as the role the application logs in with. */
class PortsOverPostgresTest extends PortContracts {
  @Override
  protected Ports empty() {
    return PostgresPorts.empty();
  }
}
