package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.CollectionMarks;

@ApplicationScoped
public class JpaCollectionMarks implements CollectionMarks {
  private EntityManager entities;

  protected JpaCollectionMarks() {}

  @Inject
  public JpaCollectionMarks(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(CollectionMark mark) {
    entities.persist(mark);
  }

  @Override
  public Optional<CollectionMark> find(TurnKeyId key) {
    return Optional.ofNullable(entities.find(CollectionMark.class, key));
  }

  @Override
  public List<CollectionMark> of(Set<TenantId> tenants) {
    Conditions conditions =
        new Conditions().and("m.tenant.value in :tenants", "tenants", Ids.of(tenants));
    return conditions
        .bind(
            entities.createQuery(
                "select m from CollectionMark m" + conditions.where(), CollectionMark.class))
        .getResultList();
  }

  @Override
  public Set<Instant> vanished(TurnKeyId key, TimeRange range) {
    List<Instant> windows =
        entities
            .unwrap(org.hibernate.Session.class)
            .createNativeQuery(
                """
                SELECT window_start FROM vanished_window
                WHERE turn_key_id = :key AND window_start >= :start AND window_start < :end
                """,
                Instant.class)
            .setParameter("key", key.value())
            .setParameter("start", range.start())
            .setParameter("end", range.end())
            .getResultList();
    return new HashSet<>(windows);
  }

  @Override
  public void setVanished(TurnKeyId key, TimeRange range, Set<Instant> windows) {
    entities
        .createNativeQuery(
            """
            DELETE FROM vanished_window
            WHERE turn_key_id = :key AND window_start >= :start AND window_start < :end
            """)
        .setParameter("key", key.value())
        .setParameter("start", range.start())
        .setParameter("end", range.end())
        .executeUpdate();
    for (Instant window : windows) {
      entities
          .createNativeQuery("INSERT INTO vanished_window VALUES (:key, :window)")
          .setParameter("key", key.value())
          .setParameter("window", window)
          .executeUpdate();
    }
  }
}
