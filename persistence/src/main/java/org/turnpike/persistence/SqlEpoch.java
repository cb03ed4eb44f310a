package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.hibernate.Session;
import org.turnpike.shared.Epoch;

@ApplicationScoped
public class SqlEpoch implements Epoch {
  private EntityManager entities;

  protected SqlEpoch() {}

  @Inject
  public SqlEpoch(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void advance() {
    entities.createNativeQuery("UPDATE epoch SET number = number + 1").executeUpdate();
  }

  @Override
  public long current() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery("SELECT number FROM epoch", Long.class)
        .getSingleResult();
  }
}
