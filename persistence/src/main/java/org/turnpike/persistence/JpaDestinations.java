package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.turnpike.notification.Destination;
import org.turnpike.notification.DestinationId;
import org.turnpike.notification.Destinations;

@ApplicationScoped
public class JpaDestinations implements Destinations {
  private EntityManager entities;

  protected JpaDestinations() {}

  @Inject
  public JpaDestinations(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Destination destination) {
    entities.persist(destination);
  }

  @Override
  public Optional<Destination> find(DestinationId id) {
    return Optional.ofNullable(entities.find(Destination.class, id));
  }

  @Override
  public List<Destination> active() {
    return entities
        .createQuery(
            "select d from Destination d where d.removedAt is null order by d.id.value",
            Destination.class)
        .getResultList();
  }
}
