package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.LostUsage;

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
            .unwrap(Session.class)
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

  @Override
  public void addLost(LostUsage lost) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            "INSERT INTO lost_usage VALUES (:key, :tenant, :start, :end, :notedAt)")
        .setParameter("key", lost.turnKey().value())
        .setParameter("tenant", Ids.orNull(lost.tenant()), UUID.class)
        .setParameter("start", lost.range().start())
        .setParameter("end", lost.range().end())
        .setParameter("notedAt", lost.notedAt())
        .executeUpdate();
  }

  @Override
  public List<LostUsage> lost(Set<TenantId> tenants) {
    Conditions conditions =
        new Conditions().and("tenant_id IN (:tenants)", "tenants", Ids.of(tenants));
    return conditions
        .bind(
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    "SELECT turn_key_id, tenant_id, range_start, range_end, noted_at FROM"
                        + " lost_usage"
                        + conditions.where()
                        + " ORDER BY range_start, turn_key_id",
                    Tuple.class)
                .addScalar("turn_key_id", UUID.class)
                .addScalar("tenant_id", UUID.class)
                .addScalar("range_start", Instant.class)
                .addScalar("range_end", Instant.class)
                .addScalar("noted_at", Instant.class))
        .getResultList()
        .stream()
        .map(JpaCollectionMarks::lost)
        .toList();
  }

  private static LostUsage lost(Tuple row) {
    return new LostUsage(
        new TurnKeyId(row.get("turn_key_id", UUID.class)),
        Ids.tenant(row.get("tenant_id", UUID.class)),
        new TimeRange(row.get("range_start", Instant.class), row.get("range_end", Instant.class)),
        row.get("noted_at", Instant.class));
  }
}
