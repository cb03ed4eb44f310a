package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.AddressWatches;

@ApplicationScoped
public class JpaAddressWatches implements AddressWatches {
  private EntityManager entities;

  protected JpaAddressWatches() {}

  @Inject
  public JpaAddressWatches(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<AddressWatch> find() {
    return Optional.ofNullable(entities.find(AddressWatch.class, AddressWatch.ID));
  }

  @Override
  public void add(AddressWatch watch) {
    entities.persist(watch);
  }
}
