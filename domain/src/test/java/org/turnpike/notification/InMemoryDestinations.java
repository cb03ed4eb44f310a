package org.turnpike.notification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryDestinations implements Destinations {
  private final Table<DestinationId, Destination> table;

  public InMemoryDestinations(InMemoryTransactions transactions) {
    table = transactions.table(Destination::id);
  }

  @Override
  public void add(Destination destination) {
    table.add(destination);
  }

  @Override
  public Optional<Destination> find(DestinationId id) {
    return table.find(id);
  }

  @Override
  public List<Destination> active() {
    return table.all().stream()
        .filter(destination -> destination.removedAt() == null)
        .sorted(Comparator.comparing(destination -> destination.id().toString()))
        .toList();
  }
}
