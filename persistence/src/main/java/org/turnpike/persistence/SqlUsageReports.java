package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageReports;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

@ApplicationScoped
public class SqlUsageReports implements UsageReports {
  private static final String LINES =
      """
      SELECT tenant_id, turn_key_id, window_start AS start, egress_bytes, ingress_bytes
      FROM usage_record WHERE window_start >= :from AND window_start < :to
      """;

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
    sums(range, granularity, zone)
        .addScalar("key", UUID.class)
        .addScalar("step", Instant.class)
        .addScalar("egress", Long.class)
        .addScalar("ingress", Long.class)
        .setParameter("granularity", granularity.wireName())
        .setParameter("zone", zone.getId())
        .setParameter("tenant", tenant.value())
        .getResultList()
        .forEach(
            row ->
                series
                    .computeIfAbsent(
                        new TurnKeyId(row.get("key", UUID.class)), key -> new ArrayList<>())
                    .add(
                        new UsageSeries.Point(
                            row.get("step", Instant.class),
                            RelayedVolume.ofBytes(
                                row.get("egress", Long.class), row.get("ingress", Long.class)))));
    return series;
  }

  /** From the kept sums of days where the steps are made of UTC days, else from the lines. */
  private NativeQuery<Tuple> sums(TimeRange range, Granularity granularity, ZoneId zone) {
    WholeDays days = WholeDays.of(range);
    return granularity != Granularity.HOUR && zone.equals(ZoneOffset.UTC)
        ? days.bind(query(days.used()))
        : query(LINES).setParameter("from", range.start()).setParameter("to", range.end());
  }

  private NativeQuery<Tuple> query(String used) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT turn_key_id AS key, date_trunc(:granularity, start, :zone) AS step,
              CAST(sum(egress_bytes) AS bigint) AS egress,
              CAST(sum(ingress_bytes) AS bigint) AS ingress
            FROM (%s) AS used WHERE tenant_id = :tenant GROUP BY 1, 2 ORDER BY 2
            """
                .formatted(used),
            Tuple.class);
  }
}
