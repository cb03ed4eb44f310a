package org.turnpike.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryLeases implements Leases {
  private final InMemoryTransactions transactions;
  private final Table<String, Row> table;
  private final Clock clock;

  private record Row(String work, long fence, Instant expiresAt) {}

  public InMemoryLeases(InMemoryTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.table = transactions.table(Row::work);
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(String work, Duration length) {
    return transactions.call(
        () -> {
          Row row = table.find(work).orElse(new Row(work, 0, Instant.MIN));
          if (clock.instant().isBefore(row.expiresAt())) {
            return Optional.empty();
          }
          Lease lease = new Lease(work, row.fence() + 1, length);
          expireIn(lease, length);
          return Optional.of(lease);
        });
  }

  @Override
  public void confirm(Lease lease) {
    if (!holds(lease)) {
      throw new Lost(lease);
    }
    expireIn(lease, lease.length());
  }

  @Override
  public void release(Lease lease) {
    transactions.run(
        () -> {
          if (holds(lease)) {
            expireIn(lease, Duration.ZERO);
          }
        });
  }

  private boolean holds(Lease lease) {
    return table.find(lease.work()).filter(row -> row.fence() == lease.fence()).isPresent();
  }

  private void expireIn(Lease lease, Duration length) {
    table.put(new Row(lease.work(), lease.fence(), clock.instant().plus(length)));
  }
}
