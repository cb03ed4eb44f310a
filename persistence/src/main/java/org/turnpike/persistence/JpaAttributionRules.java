package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.turnpike.attribution.AttributionRule;
import org.turnpike.attribution.AttributionRules;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;

@ApplicationScoped
public class JpaAttributionRules implements AttributionRules {
  private EntityManager entities;

  protected JpaAttributionRules() {}

  @Inject
  public JpaAttributionRules(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(AttributionRule rule) {
    entities.persist(rule);
  }

  @Override
  public Optional<AttributionRule> find(RuleId id) {
    return Optional.ofNullable(entities.find(AttributionRule.class, id));
  }

  @Override
  public List<AttributionRule> inForce(TurnKeyId sharedKey) {
    return entities
        .createQuery(
            """
            select r from AttributionRule r
            where r.sharedKey.value = :shared and r.endedAt is null order by r.id.value
            """,
            AttributionRule.class)
        .setParameter("shared", sharedKey.value())
        .getResultList();
  }
}
