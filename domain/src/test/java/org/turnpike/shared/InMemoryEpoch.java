package org.turnpike.shared;

import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryEpoch implements Epoch {
  private final Table<String, Row> table;

  private record Row(long number) {
    String key() {
      return "the one";
    }
  }

  public InMemoryEpoch(InMemoryTransactions transactions) {
    table = transactions.table(Row::key);
  }

  @Override
  public void advance() {
    table.put(new Row(current() + 1));
  }

  @Override
  public long current() {
    return table.find("the one").map(Row::number).orElse(0L);
  }
}
