package org.turnpike.shared;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryIdempotentReplies implements IdempotentReplies {
  private final Table<Key, Row> table;

  private record Key(UUID caller, String key) {
    static Key of(Call call) {
      return new Key(call.caller(), call.key());
    }
  }

  private record Row(Key key, Earlier earlier, Instant takenAt) {}

  public InMemoryIdempotentReplies(InMemoryTransactions transactions) {
    table = transactions.table(Row::key);
  }

  @Override
  public Optional<Earlier> take(Call call, Instant now) {
    Optional<Row> taken = table.find(Key.of(call));
    if (taken.isEmpty()) {
      table.add(new Row(Key.of(call), new Earlier(call.fingerprint(), null), now));
    }
    return taken.map(Row::earlier);
  }

  @Override
  public void keep(Call call, Reply reply) {
    table
        .find(Key.of(call))
        .ifPresent(
            row ->
                table.put(
                    new Row(
                        row.key(),
                        new Earlier(row.earlier().fingerprint(), reply),
                        row.takenAt())));
  }

  @Override
  public void giveBack(Call call) {
    table.remove(Key.of(call));
  }

  @Override
  public void forgetBefore(Instant instant) {
    table.all().stream()
        .filter(row -> row.takenAt().isBefore(instant))
        .forEach(row -> table.remove(row.key()));
  }
}
