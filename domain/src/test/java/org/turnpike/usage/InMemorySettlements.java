package org.turnpike.usage;

import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemorySettlements implements Settlements {
  private final InMemoryTransactions transactions;
  private final Table<List<Object>, Settlement> table;

  public InMemorySettlements(InMemoryTransactions transactions) {
    this.transactions = transactions;
    table = transactions.table(one -> List.of(one.turnKey(), one.period()));
  }

  @Override
  public void put(Settlement settlement) {
    if (!transactions.reach().includes(settlement.tenant())) {
      throw new IllegalStateException("usage is out of reach: another tenant is set");
    }
    table.put(settlement);
  }

  @Override
  public Optional<Settlement> find(TurnKeyId key, TimeRange period) {
    return table
        .find(List.of(key, period))
        .filter(one -> transactions.reach().includes(one.tenant()));
  }
}
