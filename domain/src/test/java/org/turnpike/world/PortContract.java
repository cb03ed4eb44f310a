package org.turnpike.world;

import java.util.function.Supplier;
import org.turnpike.shared.Reach;

/** What every implementation of a port keeps: run in memory and against PostgreSQL. */
public abstract class PortContract {
  protected final Ports ports = empty();
  protected final Samples samples = new Samples(ports);

  /** Ports over a store with nothing in it. */
  protected abstract Ports empty();

  protected final void run(Runnable work) {
    ports.transactions().run(Reach.EVERYONE, work);
  }

  protected final <T> T call(Supplier<T> work) {
    return ports.transactions().call(Reach.EVERYONE, work);
  }
}
