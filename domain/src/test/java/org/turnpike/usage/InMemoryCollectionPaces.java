package org.turnpike.usage;

import java.util.Comparator;
import java.util.List;
import org.turnpike.tenant.AccountId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryCollectionPaces implements CollectionPaces {
  private final Table<AccountId, CollectionPace> table;

  public InMemoryCollectionPaces(InMemoryTransactions transactions) {
    table = transactions.table(CollectionPace::account);
  }

  @Override
  public void put(CollectionPace pace) {
    table.put(pace);
  }

  @Override
  public List<CollectionPace> all() {
    return table.all().stream()
        .sorted(Comparator.comparing(pace -> pace.account().toString()))
        .toList();
  }
}
