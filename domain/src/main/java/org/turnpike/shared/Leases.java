package org.turnpike.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * The right to do a piece of background work alone, by the database's clock. Each taking raises the
 * fence, so that a holder who slept through the end of his lease is stopped at {@link #confirm}.
 */
public interface Leases {
  /** A lease held. */
  record Lease(String work, long fence, Duration length) {}

  /** Another node has taken over. */
  final class Lost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public Lost(Lease lease) {
      super("Another node has taken over: " + lease.work());
    }
  }

  /** Takes the lease in a transaction of its own; nothing while another holds it. */
  Optional<Lease> take(String work, Duration length);

  /**
   * Within the transaction that writes the work's result: prolongs the lease; throws {@link Lost},
   * so that nothing is written, when another has taken it since.
   */
  void confirm(Lease lease);

  void release(Lease lease);
}
