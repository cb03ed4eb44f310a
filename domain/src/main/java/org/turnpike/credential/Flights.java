package org.turnpike.credential;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.turnpike.shared.Background;
import org.turnpike.shared.Unavailable;

/** One piece of work at a time for each key: who asks meanwhile waits for the same result. */
final class Flights<K, V> {
  private static final Logger LOG = System.getLogger(Flights.class.getName());

  private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();
  private final Background background;

  Flights(Background background) {
    this.background = background;
  }

  /** The result of the work under way for the key; the work begins when there is none. */
  CompletableFuture<V> join(K key, Supplier<V> work) {
    CompletableFuture<V> ours = new CompletableFuture<>();
    CompletableFuture<V> theirs = underWay.putIfAbsent(key, ours);
    if (theirs != null) {
      return theirs;
    }
    try {
      background.run(() -> land(key, ours, work));
    } catch (RuntimeException noRoom) {
      underWay.remove(key);
      ours.completeExceptionally(noRoom);
    }
    return ours;
  }

  /**
   * As {@link #join}, and nobody waits. That Cloudflare is away is told elsewhere, by whoever looks
   * at it; any other failure is logged.
   */
  void start(K key, Supplier<V> work) {
    CompletableFuture<?> unused = join(key, work).handle((result, failure) -> report(failure));
  }

  private static Void report(Throwable failure) {
    if (failure != null && !(failure instanceof Unavailable)) {
      LOG.log(Level.WARNING, "A credential could not be renewed in the background", failure);
    }
    return null;
  }

  private void land(K key, CompletableFuture<V> flight, Supplier<V> work) {
    try {
      flight.complete(work.get());
    } catch (RuntimeException | Error failure) {
      flight.completeExceptionally(failure);
    } finally {
      underWay.remove(key);
    }
  }
}
