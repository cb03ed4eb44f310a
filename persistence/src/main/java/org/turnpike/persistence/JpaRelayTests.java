package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.relaytest.RelayTestLink;
import org.turnpike.relaytest.RelayTestResult;
import org.turnpike.relaytest.RelayTests;
import org.turnpike.shared.TenantId;

@ApplicationScoped
public class JpaRelayTests implements RelayTests {
  private EntityManager entities;

  protected JpaRelayTests() {}

  @Inject
  public JpaRelayTests(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(RelayTestLink link) {
    entities.persist(link);
  }

  @Override
  public Optional<RelayTestLink> findAndHold(String hash) {
    return entities
        .createQuery("select l from RelayTestLink l where l.hash = :hash", RelayTestLink.class)
        .setParameter("hash", hash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<RelayTestLink> unexpired(TenantId tenant, Instant instant) {
    return entities
        .createQuery(
            "select l from RelayTestLink l where l.tenant.value = :tenant"
                + " and l.expiresAt > :instant order by l.createdAt desc",
            RelayTestLink.class)
        .setParameter("tenant", tenant.value())
        .setParameter("instant", instant)
        .getResultList();
  }

  @Override
  public void add(RelayTestResult result) {
    entities.persist(result);
  }

  @Override
  public List<RelayTestResult> latest(TenantId tenant, int most) {
    return entities
        .createQuery(
            "select r from RelayTestResult r where r.tenant.value = :tenant order by r.id desc",
            RelayTestResult.class)
        .setParameter("tenant", tenant.value())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public int forgetBefore(Instant instant) {
    return entities
        .createQuery("delete from RelayTestResult r where r.toldAt < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
