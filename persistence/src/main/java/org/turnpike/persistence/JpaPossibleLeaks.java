package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.analytics.LeakId;
import org.turnpike.analytics.PossibleLeak;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/** The entity, and the table {@code leak_watch}. */
@ApplicationScoped
public class JpaPossibleLeaks implements PossibleLeaks {
  private static final String TURN_KEY =
      " or exists (select 1 from TurnKey k where k.id.value = l.turnKey.value"
          + " and locate(lower(:text), lower(k.name)) > 0)";

  private static final String HINT =
      "(locate(lower(:text), lower(substring(l.username, 1, "
          + PossibleLeak.HINT
          + "))) = 1"
          + TURN_KEY
          + ")";

  private static final String HOLDERS =
      "(locate(lower(:text), lower(l.username)) = 1"
          + TURN_KEY
          + " or exists (select 1 from CredentialGrant g where g.id.value = l.grant.value"
          + " and locate(lower(:text), lower(g.customIdentifier)) > 0))";

  private EntityManager entities;

  protected JpaPossibleLeaks() {}

  @Inject
  public JpaPossibleLeaks(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(PossibleLeak leak) {
    entities.persist(leak);
  }

  @Override
  public Optional<PossibleLeak> find(TenantId tenant, LeakId id) {
    return Optional.ofNullable(entities.find(PossibleLeak.class, id))
        .filter(leak -> leak.tenant().equals(tenant));
  }

  @Override
  public Slice<PossibleLeak> find(Question question, Slice.Request page) {
    Conditions conditions =
        conditions(question).and("l.id.value < :after", "after", Conditions.idOf(page.cursor()));
    return Slices.of(
        conditions.bind(
            entities.createQuery(
                "select l from PossibleLeak l" + conditions.where() + " order by l.id.value desc",
                PossibleLeak.class)),
        page,
        PossibleLeak::id);
  }

  @Override
  public Found find(Search search, int most) {
    Conditions conditions =
        conditions(search.question()).and(search.holders() ? HOLDERS : HINT, "text", search.text());
    String from = " from PossibleLeak l" + conditions.where();
    List<PossibleLeak> first =
        conditions
            .bind(
                entities.createQuery(
                    "select l" + from + " order by " + by(search.order()), PossibleLeak.class))
            .setMaxResults(most)
            .getResultList();
    return new Found(
        first,
        conditions
            .bind(entities.createQuery("select count(*)" + from, Long.class))
            .getSingleResult());
  }

  private static Conditions conditions(Question question) {
    return new Conditions()
        .and("l.tenant.value = :tenant", "tenant", question.tenant().value())
        .and(
            "case when l.dismissedAt is null then true else false end = :open",
            "open",
            question.open())
        .and("l.reason = :reason", "reason", question.reason());
  }

  private static String by(Order order) {
    return switch (order) {
      case LARGEST -> "l.egressBytes desc, l.id.value desc";
      case NEWEST -> "l.id.value desc";
      case LATEST -> "l.lastHour desc, l.id.value desc";
    };
  }

  @Override
  public List<PossibleLeak> open(TurnKeyId key, Set<String> usernames) {
    return usernames.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select l from PossibleLeak l where l.turnKey.value = :key"
                    + " and l.username in :usernames and l.dismissedAt is null",
                PossibleLeak.class)
            .setParameter("key", key.value())
            .setParameter("usernames", usernames)
            .getResultList();
  }

  @Override
  public Map<TenantId, Open> open(Set<TenantId> tenants) {
    Conditions conditions =
        new Conditions().and("tenant_id IN (:tenants)", "tenants", Ids.of(tenants));
    if (tenants != null && tenants.isEmpty()) {
      return Map.of();
    }
    NativeQuery<Tuple> query =
        query(
                "SELECT tenant_id, count(*) AS leaks, CAST(sum(egress_bytes) AS bigint) AS egress,"
                    + " CAST(sum(ingress_bytes) AS bigint) AS ingress FROM (SELECT * FROM"
                    + " possible_leak WHERE dismissed_at IS NULL) AS opened"
                    + conditions.where()
                    + " GROUP BY tenant_id")
            .addScalar("tenant_id", UUID.class)
            .addScalar("leaks", Long.class)
            .addScalar("egress", Long.class)
            .addScalar("ingress", Long.class);
    return conditions
        .bind(query)
        .getResultStream()
        .collect(
            Collectors.toMap(
                row -> new TenantId(row.get("tenant_id", UUID.class)),
                row ->
                    new Open(
                        row.get("leaks", Long.class),
                        RelayedVolume.ofBytes(
                            row.get("egress", Long.class), row.get("ingress", Long.class)))));
  }

  @Override
  public void examined(TurnKey key, Instant through) {
    session()
        .createNativeMutationQuery(
            """
            INSERT INTO leak_watch (turn_key_id, tenant_id, examined_through)
            VALUES (:key, :tenant, :through)
            ON CONFLICT (turn_key_id) DO UPDATE SET examined_through = excluded.examined_through
            """)
        .setParameter("key", key.id().value())
        .setParameter("tenant", key.tenant().value())
        .setParameter("through", through)
        .executeUpdate();
  }

  @Override
  public Map<TurnKeyId, Instant> examinedThrough(Set<TurnKeyId> keys) {
    return keys.isEmpty()
        ? Map.of()
        : query("SELECT turn_key_id, examined_through FROM leak_watch WHERE turn_key_id IN (:keys)")
            .addScalar("turn_key_id", UUID.class)
            .addScalar("examined_through", Instant.class)
            .setParameterList("keys", Ids.of(keys, TurnKeyId::value))
            .getResultStream()
            .collect(
                Collectors.toMap(
                    row -> new TurnKeyId(row.get("turn_key_id", UUID.class)),
                    row -> row.get("examined_through", Instant.class)));
  }

  @Override
  public int forgetBefore(Instant instant) {
    return entities
        .createQuery("delete from PossibleLeak l where l.lastHour < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }

  private NativeQuery<Tuple> query(String sql) {
    return session().createNativeQuery(sql, Tuple.class);
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
