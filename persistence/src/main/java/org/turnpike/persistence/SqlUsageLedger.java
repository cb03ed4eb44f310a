package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageRecord;

/**
 * The ledger in the table {@code usage_record}, which the database itself keeps append-only, and
 * its sums by day in {@code usage_day}.
 */
@ApplicationScoped
public class SqlUsageLedger implements UsageLedger {
  private EntityManager entities;

  protected SqlUsageLedger() {}

  @Inject
  public SqlUsageLedger(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Head head() {
    Tuple head =
        (Tuple)
            entities
                .createNativeQuery(
                    "SELECT posting, encode(hash, 'hex') FROM ledger_head", Tuple.class)
                .getSingleResult();
    return new Head(head.get(0, Long.class), head.get(1, String.class));
  }

  @Override
  public void append(List<UsageRecord> records) {
    if (!records.isEmpty()) {
      entities.unwrap(Session.class).doWork(connection -> new Posting(connection).post(records));
    }
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
              and r.settlement = false
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
  public Map<Instant, RelayedVolume> held(TurnKeyId key, TenantId owner) {
    Map<Instant, RelayedVolume> held = new HashMap<>();
    entities
        .unwrap(Session.class)
        .createSelectionQuery(
            """
            select r.windowStart as start, sum(r.egressBytes) as egress, sum(r.ingressBytes) as ingress
            from UsageRecord r
            where r.turnKey.value = :key and r.tenant.value is not distinct from :owner
            group by r.windowStart
            having sum(r.egressBytes) <> 0 or sum(r.ingressBytes) <> 0
            """,
            Tuple.class)
        .setParameter("key", key.value())
        .setParameter("owner", Ids.orNull(owner), UUID.class)
        .getResultList()
        .forEach(row -> held.put(row.get("start", Instant.class), volume(row)));
    return held;
  }

  @Override
  public RelayedVolume total(TurnKeyId key, TimeRange range) {
    return volume(
        entities
            .createQuery(
                """
                select coalesce(sum(r.egressBytes), 0L) as egress,
                  coalesce(sum(r.ingressBytes), 0L) as ingress
                from UsageRecord r
                where r.turnKey.value = :key and r.windowStart >= :start and r.windowStart < :end
                """,
                Tuple.class)
            .setParameter("key", key.value())
            .setParameter("start", range.start())
            .setParameter("end", range.end())
            .getSingleResult());
  }

  @Override
  public int settlements(TurnKeyId key, Instant window) {
    return Math.toIntExact(
        entities
            .createQuery(
                """
                select count(r) from UsageRecord r
                where r.turnKey.value = :key and r.windowStart = :window and r.settlement = true
                """,
                Long.class)
            .setParameter("key", key.value())
            .setParameter("window", window)
            .getSingleResult());
  }

  @Override
  public Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals(
      Set<TenantId> tenants, TimeRange range) {
    Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals = new HashMap<>();
    WholeDays days = WholeDays.of(range);
    days.bind(
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    """
                    SELECT tenant_id AS tenant, turn_key_id AS key,
                      CAST(sum(egress_bytes) AS bigint) AS egress,
                      CAST(sum(ingress_bytes) AS bigint) AS ingress
                    FROM (%s) AS used
                    WHERE tenant_id IN (SELECT unnest(CAST(:tenants AS uuid[]))) GROUP BY 1, 2
                    """
                        .formatted(days.used()),
                    Tuple.class)
                .addScalar("tenant", UUID.class)
                .addScalar("key", UUID.class)
                .addScalar("egress", Long.class)
                .addScalar("ingress", Long.class))
        .setParameter("tenants", Ids.array(tenants))
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
  public Map<TenantId, Set<Instant>> corrected(TimeRange range, Duration step) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT DISTINCT tenant_id AS tenant,
              date_bin(make_interval(secs => :seconds), window_start, :from) AS step
            FROM usage_record
            WHERE revision > 0 AND window_start >= :from AND window_start < :to
              AND tenant_id IS NOT NULL AND rule_id IS NULL
            """,
            Tuple.class)
        .addScalar("tenant", UUID.class)
        .addScalar("step", Instant.class)
        .setParameter("seconds", step.toSeconds())
        .setParameter("from", range.start())
        .setParameter("to", range.end())
        .getResultList()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new TenantId(row.get("tenant", UUID.class)),
                Collectors.mapping(row -> row.get("step", Instant.class), Collectors.toSet())));
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
