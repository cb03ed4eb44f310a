package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.Settlement;
import org.turnpike.usage.Settlements;

/** The table {@code usage_settlement}. */
@ApplicationScoped
public class SqlSettlements implements Settlements {
  private EntityManager entities;

  protected SqlSettlements() {}

  @Inject
  public SqlSettlements(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void put(Settlement settlement) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            INSERT INTO usage_settlement (turn_key_id, tenant_id, period_start, period_end,
              egress_bytes, ingress_bytes, settled_at)
            VALUES (:key, :tenant, :start, :end, :egress, :ingress, :settledAt)
            ON CONFLICT (turn_key_id, period_start, period_end) DO UPDATE
            SET egress_bytes = excluded.egress_bytes, ingress_bytes = excluded.ingress_bytes,
              settled_at = excluded.settled_at
            """)
        .setParameter("key", settlement.turnKey().value())
        .setParameter("tenant", Ids.orNull(settlement.tenant()), UUID.class)
        .setParameter("start", settlement.period().start())
        .setParameter("end", settlement.period().end())
        .setParameter("egress", settlement.volume().egress().bytes())
        .setParameter("ingress", settlement.volume().ingress().bytes())
        .setParameter("settledAt", settlement.settledAt())
        .executeUpdate();
  }

  @Override
  public Optional<Settlement> find(TurnKeyId key, TimeRange period) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT tenant_id, egress_bytes, ingress_bytes, settled_at FROM usage_settlement
            WHERE turn_key_id = :key AND period_start = :start AND period_end = :end
            """,
            Tuple.class)
        .addScalar("tenant_id", UUID.class)
        .addScalar("egress_bytes", Long.class)
        .addScalar("ingress_bytes", Long.class)
        .addScalar("settled_at", Instant.class)
        .setParameter("key", key.value())
        .setParameter("start", period.start())
        .setParameter("end", period.end())
        .getResultStream()
        .map(row -> settlement(key, period, row))
        .findFirst();
  }

  private static Settlement settlement(TurnKeyId key, TimeRange period, Tuple row) {
    return new Settlement(
        key,
        Ids.tenant(row.get("tenant_id", UUID.class)),
        period,
        RelayedVolume.ofBytes(
            row.get("egress_bytes", Long.class), row.get("ingress_bytes", Long.class)),
        row.get("settled_at", Instant.class));
  }
}
