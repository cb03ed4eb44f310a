package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageRecord;

/** The ledger in the table {@code usage_record}, which the database itself keeps append-only. */
@ApplicationScoped
public class SqlUsageLedger implements UsageLedger {
  private static final String APPEND =
      """
      INSERT INTO usage_record (id, turn_key_id, tenant_id, window_start, window_end, revision,
        egress_bytes, ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT ON CONSTRAINT usage_record_once DO NOTHING
      """;

  private EntityManager entities;

  protected SqlUsageLedger() {}

  @Inject
  public SqlUsageLedger(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void append(List<UsageRecord> records) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
                for (UsageRecord line : records) {
                  bind(statement, line);
                  statement.addBatch();
                }
                statement.executeBatch();
              }
            });
  }

  private static void bind(PreparedStatement statement, UsageRecord line) throws SQLException {
    statement.setObject(1, line.id());
    statement.setObject(2, line.turnKey().value());
    statement.setObject(3, line.tenant().value());
    statement.setObject(4, utc(line.windowStart()));
    statement.setObject(5, utc(line.windowEnd()));
    statement.setInt(6, line.revision());
    statement.setLong(7, line.change().egress().bytes());
    statement.setLong(8, line.change().ingress().bytes());
    statement.setLong(9, line.read().egress().bytes());
    statement.setLong(10, line.read().ingress().bytes());
    statement.setObject(11, utc(line.postedAt()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  @Override
  public Map<Instant, Standing> standing(TurnKeyId key, TimeRange range) {
    Map<Instant, Standing> standing = new HashMap<>();
    entities
        .createQuery(
            """
            select r.windowStart as start, max(r.revision) as revision,
              sum(r.egressBytes) as egress, sum(r.ingressBytes) as ingress
            from UsageRecord r
            where r.turnKey.value = :key and r.windowStart >= :start and r.windowStart < :end
            group by r.windowStart
            """,
            Tuple.class)
        .setParameter("key", key.value())
        .setParameter("start", range.start())
        .setParameter("end", range.end())
        .getResultList()
        .forEach(
            row ->
                standing.put(
                    row.get("start", Instant.class),
                    new Standing(row.get("revision", Integer.class), volume(row))));
    return standing;
  }

  @Override
  public Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals(
      Set<TenantId> tenants, TimeRange range) {
    Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals = new HashMap<>();
    entities
        .createQuery(
            """
            select r.tenant.value as tenant, r.turnKey.value as key,
              sum(r.egressBytes) as egress, sum(r.ingressBytes) as ingress
            from UsageRecord r
            where r.tenant.value in :tenants and r.windowStart >= :start and r.windowStart < :end
            group by r.tenant.value, r.turnKey.value
            """,
            Tuple.class)
        .setParameter("tenants", Ids.of(tenants))
        .setParameter("start", range.start())
        .setParameter("end", range.end())
        .getResultList()
        .forEach(
            row ->
                totals
                    .computeIfAbsent(
                        new TenantId(row.get("tenant", UUID.class)), tenant -> new HashMap<>())
                    .put(new TurnKeyId(row.get("key", UUID.class)), volume(row)));
    return totals;
  }

  @Override
  public Optional<Instant> firstWindow(TenantId tenant) {
    return Optional.ofNullable(
        entities
            .createQuery(
                "select min(r.windowStart) from UsageRecord r where r.tenant.value = :tenant",
                Instant.class)
            .setParameter("tenant", tenant.value())
            .getSingleResult());
  }

  @Override
  public Slice<UsageRecord> records(TenantId tenant, TimeRange range, Slice.Request page) {
    return Slices.of(
        entities
            .createQuery(
                """
                select r from UsageRecord r
                where r.tenant.value = :tenant and r.windowStart >= :start and r.windowStart < :end
                  and r.posting > :after
                order by r.posting
                """,
                UsageRecord.class)
            .setParameter("tenant", tenant.value())
            .setParameter("start", range.start())
            .setParameter("end", range.end())
            .setParameter("after", postingOf(page.cursor())),
        page,
        UsageRecord::posting);
  }

  private static RelayedVolume volume(Tuple row) {
    return RelayedVolume.ofBytes(row.get("egress", Long.class), row.get("ingress", Long.class));
  }

  private static long postingOf(String cursor) {
    try {
      return cursor == null ? 0 : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw Rejected.invalid("cursor", "cursor must be the next of an earlier reply.");
    }
  }
}
