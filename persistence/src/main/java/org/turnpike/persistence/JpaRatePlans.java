package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.turnpike.billing.RatePlan;
import org.turnpike.billing.RatePlans;

@ApplicationScoped
public class JpaRatePlans implements RatePlans {
  private EntityManager entities;

  protected JpaRatePlans() {}

  @Inject
  public JpaRatePlans(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<RatePlan> find(String code) {
    return Optional.ofNullable(entities.find(RatePlan.class, code));
  }

  @Override
  public List<RatePlan> all() {
    return entities
        .createQuery("select p from RatePlan p order by p.name", RatePlan.class)
        .getResultList();
  }
}
