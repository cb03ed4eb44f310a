package org.turnpike.credential;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryTallies implements Tallies {
  private final Table<Place<TurnKeyId>, Row<TurnKeyId, MintingTally>> mintings;
  private final Table<Place<TenantId>, Row<TenantId, AnswerTally>> answers;

  private record Place<K>(K whose, Instant window, NodeId node) {}

  private record Row<K, T>(Place<K> place, T tally) {}

  public InMemoryTallies(InMemoryTransactions transactions) {
    mintings = transactions.table(Row::place);
    answers = transactions.table(Row::place);
  }

  @Override
  public void put(NodeId node, TurnKeyId key, Instant window, MintingTally tally) {
    mintings.put(new Row<>(new Place<>(key, window, node), tally));
  }

  @Override
  public void put(NodeId node, TenantId tenant, Instant window, AnswerTally tally) {
    answers.put(new Row<>(new Place<>(tenant, window, node), tally));
  }

  @Override
  public Map<TurnKeyId, MintingTally> mintings(Set<TurnKeyId> keys, Instant since) {
    return sums(mintings.all(), keys, since, MintingTally::plus);
  }

  @Override
  public Map<TenantId, AnswerTally> answers(Set<TenantId> tenants, Instant since) {
    return sums(answers.all(), tenants, since, AnswerTally::plus);
  }

  private static <K, T> Map<K, T> sums(
      List<Row<K, T>> rows, Set<K> whose, Instant since, BinaryOperator<T> sum) {
    return rows.stream()
        .filter(row -> whose.contains(row.place().whose()))
        .filter(row -> !row.place().window().isBefore(since))
        .collect(toMap(row -> row.place().whose(), Row::tally, sum));
  }

  @Override
  public int forgetBefore(Instant instant) {
    return forgetBefore(mintings, instant) + forgetBefore(answers, instant);
  }

  private static <K, T> int forgetBefore(Table<Place<K>, Row<K, T>> table, Instant instant) {
    List<Place<K>> over =
        table.all().stream()
            .map(Row::place)
            .filter(place -> place.window().isBefore(instant))
            .toList();
    over.forEach(table::remove);
    return over.size();
  }
}
