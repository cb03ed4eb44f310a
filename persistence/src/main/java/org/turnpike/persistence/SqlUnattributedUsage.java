package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.attribution.UnattributedUsage;
import org.turnpike.attribution.WriteOff;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/**
 * From the sums by day that have no tenant, less the write-offs in the table {@code
 * usage_write_off}, which the database itself keeps append-only. Cloudflare may take back usage
 * that was written off: more is written off then than there is, and nothing is outstanding.
 */
@ApplicationScoped
public class SqlUnattributedUsage implements UnattributedUsage {
  private static final String OUTSTANDING =
      """
      SELECT turn_key_id AS key,
        CAST(greatest(sum(egress_bytes), 0) AS bigint) AS egress,
        CAST(greatest(sum(ingress_bytes), 0) AS bigint) AS ingress,
        min(day) AS first, max(day) AS last
      FROM (
        SELECT turn_key_id, egress_bytes, ingress_bytes, day FROM usage_day
        WHERE tenant_id IS NULL AND (egress_bytes <> 0 OR ingress_bytes <> 0)
        UNION ALL
        SELECT w.turn_key_id, -w.egress_bytes, -w.ingress_bytes, NULL
        FROM usage_write_off AS w JOIN turn_key AS k ON k.id = w.turn_key_id
        WHERE k.tenant_id IS NULL
      ) AS used
      GROUP BY 1 HAVING sum(egress_bytes) > 0 OR sum(ingress_bytes) > 0
      """;

  private EntityManager entities;

  protected SqlUnattributedUsage() {}

  @Inject
  public SqlUnattributedUsage(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Total total() {
    Tuple total =
        rows("""
        SELECT count(*) AS shares, CAST(coalesce(sum(egress), 0) AS bigint) AS egress,
          CAST(coalesce(sum(ingress), 0) AS bigint) AS ingress FROM (%s) AS outstanding
        """
                .formatted(OUTSTANDING))
            .addScalar("shares", Integer.class)
            .addScalar("egress", Long.class)
            .addScalar("ingress", Long.class)
            .getSingleResult();
    return new Total(total.get("shares", Integer.class), volume(total));
  }

  @Override
  public List<Outstanding> largest(int most) {
    return outstanding(OUTSTANDING + " ORDER BY egress DESC, key LIMIT :most")
        .setParameter("most", most)
        .getResultStream()
        .map(SqlUnattributedUsage::outstanding)
        .toList();
  }

  @Override
  public Optional<Outstanding> find(TurnKeyId share) {
    return outstanding("SELECT * FROM (%s) AS outstanding WHERE key = :key".formatted(OUTSTANDING))
        .setParameter("key", share.value())
        .getResultStream()
        .map(SqlUnattributedUsage::outstanding)
        .findFirst();
  }

  @Override
  public void add(WriteOff writeOff) {
    entities
        .createNativeQuery(
            """
            INSERT INTO usage_write_off (id, turn_key_id, egress_bytes, ingress_bytes, reason,
              written_off_at, written_off_by)
            VALUES (:id, :key, :egress, :ingress, :reason, :at, :by)
            """)
        .setParameter("id", writeOff.id())
        .setParameter("key", writeOff.share().value())
        .setParameter("egress", writeOff.volume().egress().bytes())
        .setParameter("ingress", writeOff.volume().ingress().bytes())
        .setParameter("reason", writeOff.reason())
        .setParameter("at", writeOff.at())
        .setParameter("by", writeOff.by())
        .executeUpdate();
  }

  @Override
  public List<WriteOff> writeOffs(int most) {
    return rows("""
    SELECT id, turn_key_id AS key, egress_bytes AS egress, ingress_bytes AS ingress, reason,
      written_off_at AS at, written_off_by AS by
    FROM usage_write_off ORDER BY written_off_at DESC, id LIMIT :most
    """)
        .addScalar("id", UUID.class)
        .addScalar("key", UUID.class)
        .addScalar("egress", Long.class)
        .addScalar("ingress", Long.class)
        .addScalar("reason", String.class)
        .addScalar("at", Instant.class)
        .addScalar("by", String.class)
        .setParameter("most", most)
        .getResultStream()
        .map(
            row ->
                new WriteOff(
                    row.get("id", UUID.class),
                    new TurnKeyId(row.get("key", UUID.class)),
                    volume(row),
                    row.get("reason", String.class),
                    row.get("at", Instant.class),
                    row.get("by", String.class)))
        .toList();
  }

  private NativeQuery<Tuple> outstanding(String sql) {
    return rows(sql)
        .addScalar("key", UUID.class)
        .addScalar("egress", Long.class)
        .addScalar("ingress", Long.class)
        .addScalar("first", LocalDate.class)
        .addScalar("last", LocalDate.class);
  }

  private static Outstanding outstanding(Tuple row) {
    return new Outstanding(
        new TurnKeyId(row.get("key", UUID.class)),
        volume(row),
        row.get("first", LocalDate.class),
        row.get("last", LocalDate.class));
  }

  private static RelayedVolume volume(Tuple row) {
    return RelayedVolume.ofBytes(row.get("egress", Long.class), row.get("ingress", Long.class));
  }

  private NativeQuery<Tuple> rows(String sql) {
    return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
  }
}
