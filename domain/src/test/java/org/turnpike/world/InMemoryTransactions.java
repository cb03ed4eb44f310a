package org.turnpike.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Transactions;

/** All or nothing, over tables in memory; each thread has its own transaction. */
public final class InMemoryTransactions implements Transactions {
  private final List<Table<?, ?>> tables = new ArrayList<>();
  private final ThreadLocal<Boolean> running = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Reach> reach = ThreadLocal.withInitial(() -> null);
  private RuntimeException failure;
  private Runnable afterCommit = () -> {};

  public <K, E> Table<K, E> table(Function<E, K> key) {
    Table<K, E> table = new Table<>(this, key);
    tables.add(table);
    return table;
  }

  /** The next commit fails, and nothing of its transaction is kept. */
  public void failNextCommit(RuntimeException with) {
    failure = with;
  }

  /** What happens elsewhere after each commit from now on. */
  public void afterCommit(Runnable elsewhere) {
    afterCommit = elsewhere;
  }

  public boolean isRunning() {
    return running.get();
  }

  void require() {
    if (!running.get()) {
      throw new IllegalStateException("No transaction is running");
    }
  }

  /** Whose usage the running transaction may touch. */
  public Reach reach() {
    if (reach.get() == null) {
      throw new IllegalStateException("usage is out of reach: no tenant is set");
    }
    return reach.get();
  }

  @Override
  public <T> T call(Reach tenants, Supplier<T> work) {
    return call(
        () -> {
          reach.set(tenants);
          return work.get();
        });
  }

  @Override
  public <T> T call(Supplier<T> work) {
    if (running.get()) {
      return work.get();
    }
    running.set(true);
    T result;
    try {
      result = work.get();
      commit();
    } finally {
      tables.forEach(Table::forget);
      running.remove();
      reach.remove();
    }
    afterCommit.run();
    return result;
  }

  private void commit() {
    if (failure != null) {
      RuntimeException now = failure;
      failure = null;
      throw now;
    }
    tables.forEach(Table::commit);
  }
}
