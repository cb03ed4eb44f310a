package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.ApiKeys;

@ApplicationScoped
public class JpaApiKeys implements ApiKeys {
  private EntityManager entities;

  protected JpaApiKeys() {}

  @Inject
  public JpaApiKeys(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(ApiKey key) {
    entities.persist(key);
  }

  @Override
  public Optional<ApiKey> find(ApiKeyId id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id));
  }

  @Override
  public Optional<ApiKey> findAndHold(ApiKeyId id) {
    return Optional.ofNullable(entities.find(ApiKey.class, id, LockModeType.PESSIMISTIC_READ));
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    return entities
        .createQuery("select k from ApiKey k where k.hash = :hash", ApiKey.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<ApiKey> of(TenantId tenant) {
    return tenant == null
        ? entities
            .createQuery(
                "select k from ApiKey k where k.tenant.value is null order by k.id.value desc",
                ApiKey.class)
            .getResultList()
        : entities
            .createQuery(
                "select k from ApiKey k where k.tenant.value = :tenant order by k.id.value desc",
                ApiKey.class)
            .setParameter("tenant", tenant.value())
            .getResultList();
  }

  @Override
  public void stampUse(ApiKeyId id, Instant lastUsedAt) {
    entities
        .createQuery(
            "update ApiKey k set k.lastUsedAt = :at where k.id.value = :id"
                + " and (k.lastUsedAt is null or k.lastUsedAt < :at)")
        .setParameter("at", lastUsedAt)
        .setParameter("id", id.value())
        .executeUpdate();
  }
}
