package org.turnpike.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.ShareOwners;

/** The owner is the tenant of the most precise rule in force that matches. */
@ApplicationScoped
public class RuleOwners implements ShareOwners {
  private AttributionRules rules;

  protected RuleOwners() {}

  @Inject
  public RuleOwners(AttributionRules rules) {
    this.rules = rules;
  }

  @Override
  public Optional<TenantId> of(TurnKey shared, String identifier) {
    return of(rules.inForce(shared.id()), identifier);
  }

  static Optional<TenantId> of(List<AttributionRule> rules, String identifier) {
    return rules.stream()
        .filter(rule -> rule.pattern().matches(identifier))
        .min(Comparator.comparing(AttributionRule::pattern, IdentifierPattern.BY_PRECISION))
        .map(AttributionRule::tenant);
  }
}
