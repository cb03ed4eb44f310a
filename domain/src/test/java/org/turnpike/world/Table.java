package org.turnpike.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table in memory as JPA shows one: within a transaction a row has one managed copy, whose
 * changes are kept at the commit and lost at a roll-back; after it, copies are loose.
 *
 * @param <K> the primary key
 * @param <E> an entity, or an immutable record
 */
public final class Table<K, E> {
  private final InMemoryTransactions transactions;
  private final Function<E, K> key;
  private final Map<K, E> rows = new LinkedHashMap<>();
  private final ThreadLocal<Map<K, Managed<E>>> managed =
      ThreadLocal.withInitial(LinkedHashMap::new);

  private record Managed<E>(E asRead, E copy) {}

  Table(InMemoryTransactions transactions, Function<E, K> key) {
    this.transactions = transactions;
    this.key = key;
  }

  public void add(E row) {
    if (find(key.apply(row)).isPresent()) {
      throw new IllegalStateException("There is a row of the key " + key.apply(row));
    }
    put(row);
  }

  /** Adds the row, or takes the place of the one that is there. */
  public void put(E row) {
    transactions.require();
    managed.get().put(key.apply(row), new Managed<>(null, row));
  }

  public void remove(K id) {
    transactions.require();
    managed.get().put(id, new Managed<>(null, null));
  }

  public Optional<E> find(K id) {
    transactions.require();
    Managed<E> known = managed.get().computeIfAbsent(id, this::read);
    return Optional.ofNullable(known).map(Managed::copy);
  }

  /** In the order they were added. */
  public List<E> all() {
    transactions.require();
    List<K> ids;
    synchronized (rows) {
      ids = new ArrayList<>(rows.keySet());
    }
    managed.get().keySet().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
    return ids.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** As {@link #all}, for whoever changes none of them: no copies where there need be none. */
  public List<E> seen() {
    transactions.require();
    if (!managed.get().isEmpty()) {
      return all();
    }
    synchronized (rows) {
      return new ArrayList<>(rows.values());
    }
  }

  private Managed<E> read(K id) {
    synchronized (rows) {
      E row = rows.get(id);
      return row == null ? null : new Managed<>(row, Fields.copy(row));
    }
  }

  void commit() {
    synchronized (rows) {
      managed
          .get()
          .forEach(
              (id, row) -> {
                if (row.copy() == null) {
                  rows.remove(id);
                } else if (row.asRead() == null || !Fields.same(row.asRead(), row.copy())) {
                  rows.put(id, Fields.copy(row.copy()));
                }
              });
    }
  }

  void forget() {
    managed.remove();
  }
}
