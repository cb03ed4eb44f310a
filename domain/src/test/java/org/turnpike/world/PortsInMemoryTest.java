package org.turnpike.world;

/** The fakes keep what the ports promise. */
class PortsInMemoryTest extends PortContracts {
  @Override
  protected Ports empty() {
    return new World();
  }
}
