package org.turnpike.network;

import java.util.Optional;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryAddressWatches implements AddressWatches {
  private final Table<Integer, AddressWatch> table;

  public InMemoryAddressWatches(InMemoryTransactions transactions) {
    table = transactions.table(AddressWatch::id);
  }

  @Override
  public Optional<AddressWatch> find() {
    return table.find(AddressWatch.ID);
  }

  @Override
  public void add(AddressWatch watch) {
    table.add(watch);
  }
}
