package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

@ApplicationScoped
public class JpaTurnKeys implements TurnKeys {
  private EntityManager entities;

  protected JpaTurnKeys() {}

  @Inject
  public JpaTurnKeys(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(TurnKey key) {
    entities.persist(key);
  }

  @Override
  public Optional<TurnKey> find(TurnKeyId id) {
    return Optional.ofNullable(entities.find(TurnKey.class, id));
  }

  @Override
  public Optional<TurnKey> findAndHold(TurnKeyId id) {
    return Optional.ofNullable(entities.find(TurnKey.class, id, LockModeType.PESSIMISTIC_READ));
  }

  @Override
  public Optional<TurnKey> findToChange(TurnKeyId id) {
    return Optional.ofNullable(entities.find(TurnKey.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<TurnKey> findByUid(String uid) {
    return entities
        .createQuery(
            "select k from TurnKey k where k.uid = :uid and k.sharedKey.value is null",
            TurnKey.class)
        .setParameter("uid", uid)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<TurnKey> of(TenantId tenant) {
    return of(Set.of(tenant));
  }

  @Override
  public List<TurnKey> of(Set<TenantId> tenants) {
    return entities
        .createQuery(
            """
            select k from TurnKey k where k.tenant.value in :tenants and k.sharedKey.value is null
            order by k.id.value desc
            """,
            TurnKey.class)
        .setParameter("tenants", Ids.of(tenants))
        .getResultList();
  }

  @Override
  public List<TurnKey> meteredFor(Set<TenantId> tenants) {
    return entities
        .createQuery(
            "select k from TurnKey k where k.tenant.value in :tenants order by k.id.value desc",
            TurnKey.class)
        .setParameter("tenants", Ids.of(tenants))
        .getResultList();
  }

  @Override
  public List<TurnKey> metered(Instant retiredAfter) {
    return entities
        .createQuery(
            """
            select k from TurnKey k
            where (k.retiredAt is null or k.retiredAt > :retiredAfter)
              and (k.sharedKey.value is null or k.identifier is not null)
            order by k.id.value
            """,
            TurnKey.class)
        .setParameter("retiredAfter", retiredAfter)
        .getResultList();
  }

  @Override
  public List<TurnKey> shared() {
    return entities
        .createQuery(
            """
            select k from TurnKey k where k.tenant.value is null and k.sharedKey.value is null
            order by k.id.value
            """,
            TurnKey.class)
        .getResultList();
  }

  @Override
  public List<TurnKey> shares(TurnKeyId shared) {
    return sharesOf(shared).getResultList();
  }

  @Override
  public List<TurnKey> sharesToChange(TurnKeyId shared) {
    return sharesOf(shared).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<TurnKey> sharesOf(TurnKeyId shared) {
    return entities
        .createQuery(
            "select k from TurnKey k where k.sharedKey.value = :shared order by k.id.value",
            TurnKey.class)
        .setParameter("shared", shared.value());
  }
}
