package org.turnpike.attribution;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryAttributionRules implements AttributionRules {
  private final Table<RuleId, AttributionRule> table;

  public InMemoryAttributionRules(InMemoryTransactions transactions) {
    table = transactions.table(AttributionRule::id);
  }

  @Override
  public void add(AttributionRule rule) {
    table.add(rule);
  }

  @Override
  public Optional<AttributionRule> find(RuleId id) {
    return table.find(id);
  }

  @Override
  public List<AttributionRule> inForce(TurnKeyId sharedKey) {
    return table.all().stream()
        .filter(rule -> rule.sharedKey().equals(sharedKey) && rule.endedAt() == null)
        .sorted(Comparator.comparing(rule -> rule.id().toString()))
        .toList();
  }
}
