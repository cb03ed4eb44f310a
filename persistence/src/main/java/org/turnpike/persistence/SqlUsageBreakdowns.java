package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.turnpike.analytics.Breakdown;
import org.turnpike.analytics.UsageBreakdowns;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** The tables that begin with {@code usage_by}, and what belongs to them. */
@ApplicationScoped
public class SqlUsageBreakdowns implements UsageBreakdowns {
  private static final String KNOWN =
      "SELECT turn_key_id AS key, since, through FROM usage_broken_down WHERE ";

  private EntityManager entities;

  protected SqlUsageBreakdowns() {}

  @Inject
  public SqlUsageBreakdowns(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void replace(TurnKey key, Breakdown breakdown, TimeRange known) {
    session().doWork(connection -> new BreakdownPosting(connection, key).replace(breakdown, known));
  }

  @Override
  public Optional<TimeRange> known(TurnKeyId key) {
    return Optional.ofNullable(
        spans(query("turn_key_id = :key").setParameter("key", key.value())).get(key));
  }

  @Override
  public Map<TurnKeyId, TimeRange> known(Set<TenantId> tenants) {
    return tenants.isEmpty()
        ? Map.of()
        : spans(query("tenant_id IN (:tenants)").setParameterList("tenants", Ids.of(tenants)));
  }

  @Override
  public boolean erase(TenantId tenant, String identifier) {
    return statement(
                "DELETE FROM usage_identifier"
                    + " WHERE tenant_id = :tenant AND identifier = :identifier")
            .setParameter("tenant", tenant.value())
            .setParameter("identifier", identifier)
            .executeUpdate()
        > 0;
  }

  @Override
  public int forgetBefore(Instant instant) {
    statement("DELETE FROM usage_broken_down WHERE through <= :instant")
        .setParameter("instant", instant)
        .executeUpdate();
    statement("UPDATE usage_broken_down SET since = :instant WHERE since < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
    return deleted("usage_by_identifier", "hour_start", instant)
        + deleted("usage_by_place", "hour_start", instant)
        + deleted("usage_connections", "hour_start", instant)
        + deleted("usage_identifier", "last_hour", instant);
  }

  private int deleted(String table, String hour, Instant before) {
    return statement("DELETE FROM " + table + " WHERE " + hour + " < :instant")
        .setParameter("instant", before)
        .executeUpdate();
  }

  private NativeQuery<Tuple> query(String whose) {
    return session()
        .createNativeQuery(KNOWN + whose, Tuple.class)
        .addScalar("key", UUID.class)
        .addScalar("since", Instant.class)
        .addScalar("through", Instant.class);
  }

  private static Map<TurnKeyId, TimeRange> spans(NativeQuery<Tuple> query) {
    Map<TurnKeyId, TimeRange> spans = new HashMap<>();
    query
        .getResultList()
        .forEach(
            row ->
                spans.put(
                    new TurnKeyId(row.get("key", UUID.class)),
                    new TimeRange(
                        row.get("since", Instant.class), row.get("through", Instant.class))));
    return spans;
  }

  private MutationQuery statement(String sql) {
    return session().createNativeMutationQuery(sql);
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
