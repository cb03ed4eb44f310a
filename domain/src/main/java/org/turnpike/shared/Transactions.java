package org.turnpike.shared;

import java.util.function.Supplier;

/**
 * The edge of a unit of work, drawn by the use case, so that calls to Cloudflare stay outside it.
 */
public interface Transactions {
  /**
   * Runs the work in one transaction, the running one if there is one; commits when it returns,
   * rolls back when it throws and lets the exception through as it is.
   */
  <T> T call(Supplier<T> work);

  /**
   * The same for work on usage: the database shows it that of these tenants alone, until the
   * transaction ends. Without a reach usage is refused.
   */
  <T> T call(Reach reach, Supplier<T> work);

  default void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /** As {@link #call(Reach, Supplier)}. */
  default void run(Reach reach, Runnable work) {
    call(
        reach,
        () -> {
          work.run();
          return null;
        });
  }
}
