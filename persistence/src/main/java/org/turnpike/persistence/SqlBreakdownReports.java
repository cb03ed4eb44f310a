package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.analytics.BreakdownReports;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.Dimension;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

@ApplicationScoped
public class SqlBreakdownReports implements BreakdownReports {
  private static final Duration HOUR = Duration.ofHours(1);

  private static final String ROWS =
      """
      WITH steps AS (
        SELECT %s AS name, %s AS erased, date_trunc(:granularity, hour_start, :zone) AS step,
          CAST(sum(egress_bytes) AS bigint) AS egress, CAST(sum(ingress_bytes) AS bigint) AS ingress
        FROM %s
        WHERE used.tenant_id = :tenant AND hour_start >= :from AND hour_start <= :last
        GROUP BY 1, 2, 3
      ), shown AS (
        SELECT name, erased, sum(egress) AS whole FROM steps
        GROUP BY 1, 2 ORDER BY whole DESC, name LIMIT :most
      )
      SELECT name, erased, step, egress, ingress
      FROM steps JOIN shown USING (name, erased) ORDER BY whole DESC, name, erased, step
      """;

  private static final String CONNECTIONS =
      """
      SELECT turn_key_id AS key, date_trunc(:granularity, hour_start, :zone) AS step,
        max(peak) AS peak, sum(mean) AS sum
      FROM usage_connections
      WHERE tenant_id = :tenant AND hour_start >= :from AND hour_start <= :last
      GROUP BY 1, 2 ORDER BY 2
      """;

  private EntityManager entities;

  protected SqlBreakdownReports() {}

  @Inject
  public SqlBreakdownReports(EntityManager entities) {
    this.entities = entities;
  }

  /** Whose a row is. */
  private record Name(String text, boolean erased) {}

  @Override
  public List<BreakdownSeries.Row> rows(
      TenantId tenant,
      Dimension dimension,
      TimeRange range,
      Granularity granularity,
      ZoneId zone,
      int most) {
    Map<Name, List<UsageSeries.Point>> rows = new LinkedHashMap<>();
    query(sql(dimension), tenant, range, granularity, zone)
        .addScalar("name", String.class)
        .addScalar("erased", Boolean.class)
        .addScalar("step", Instant.class)
        .addScalar("egress", Long.class)
        .addScalar("ingress", Long.class)
        .setParameter("most", most)
        .getResultList()
        .forEach(
            row ->
                rows.computeIfAbsent(
                        new Name(row.get("name", String.class), row.get("erased", Boolean.class)),
                        name -> new ArrayList<>())
                    .add(
                        new UsageSeries.Point(
                            row.get("step", Instant.class),
                            RelayedVolume.ofBytes(
                                row.get("egress", Long.class), row.get("ingress", Long.class)))));
    return rows.entrySet().stream()
        .map(
            row ->
                new BreakdownSeries.Row(row.getKey().text(), row.getKey().erased(), row.getValue()))
        .toList();
  }

  @Override
  public Map<TurnKeyId, List<Step>> connections(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    Map<TurnKeyId, List<Step>> steps = new HashMap<>();
    query(CONNECTIONS, tenant, range, granularity, zone)
        .addScalar("key", UUID.class)
        .addScalar("step", Instant.class)
        .addScalar("peak", BigDecimal.class)
        .addScalar("sum", BigDecimal.class)
        .getResultList()
        .forEach(
            row ->
                steps
                    .computeIfAbsent(
                        new TurnKeyId(row.get("key", UUID.class)), key -> new ArrayList<>())
                    .add(
                        new Step(
                            row.get("step", Instant.class),
                            row.get("peak", BigDecimal.class),
                            row.get("sum", BigDecimal.class))));
    return steps;
  }

  private static String sql(Dimension dimension) {
    return switch (dimension) {
      case CUSTOM_IDENTIFIER ->
          ROWS.formatted(
              "coalesce(named.identifier, '')",
              "named.id IS NULL",
              "usage_by_identifier AS used LEFT JOIN usage_identifier AS named"
                  + " ON named.id = used.identifier_id");
      case COUNTRY -> ROWS.formatted("country", "false", "usage_by_place AS used");
      case CITY ->
          ROWS.formatted(
              "concat_ws(', ', nullif(city, ''), nullif(country, ''))",
              "false",
              "usage_by_place AS used");
    };
  }

  private NativeQuery<Tuple> query(
      String sql, TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(sql, Tuple.class)
        .setParameter("tenant", tenant.value())
        .setParameter("from", range.start())
        .setParameter("last", range.end().minus(HOUR))
        .setParameter("granularity", granularity.wireName())
        .setParameter("zone", zone.getId());
  }
}
