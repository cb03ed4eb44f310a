package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageReports;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

@ApplicationScoped
public class SqlUsageReports implements UsageReports {
  private EntityManager entities;

  protected SqlUsageReports() {}

  @Inject
  public SqlUsageReports(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Map<TurnKeyId, List<UsageSeries.Point>> series(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    Map<TurnKeyId, List<UsageSeries.Point>> series = new LinkedHashMap<>();
    entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT turn_key_id AS key, date_trunc(:step, window_start, :zone) AS start,
              CAST(sum(egress_bytes) AS bigint) AS egress,
              CAST(sum(ingress_bytes) AS bigint) AS ingress
            FROM usage_record
            WHERE tenant_id = :tenant AND window_start >= :from AND window_start < :to
            GROUP BY 1, 2 ORDER BY 2
            """,
            Tuple.class)
        .addScalar("key", UUID.class)
        .addScalar("start", Instant.class)
        .addScalar("egress", Long.class)
        .addScalar("ingress", Long.class)
        .setParameter("step", granularity.wireName())
        .setParameter("zone", zone.getId())
        .setParameter("tenant", tenant.value())
        .setParameter("from", range.start())
        .setParameter("to", range.end())
        .getResultList()
        .forEach(
            row ->
                series
                    .computeIfAbsent(
                        new TurnKeyId(row.get("key", UUID.class)), key -> new ArrayList<>())
                    .add(
                        new UsageSeries.Point(
                            row.get("start", Instant.class),
                            RelayedVolume.ofBytes(
                                row.get("egress", Long.class), row.get("ingress", Long.class)))));
    return series;
  }
}
