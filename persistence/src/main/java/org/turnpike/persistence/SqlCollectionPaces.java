package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.tenant.AccountId;
import org.turnpike.usage.CollectionPace;
import org.turnpike.usage.CollectionPaces;

/** The table {@code collection_pace}. */
@ApplicationScoped
public class SqlCollectionPaces implements CollectionPaces {
  private EntityManager entities;

  protected SqlCollectionPaces() {}

  @Inject
  public SqlCollectionPaces(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void put(CollectionPace pace) {
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            INSERT INTO collection_pace (account_id, queries, asked, most, counted_at, rests_until, problem)
            VALUES (:account, :queries, :asked, :most, :countedAt, :restsUntil, :problem)
            ON CONFLICT (account_id) DO UPDATE SET queries = excluded.queries, asked = excluded.asked,
              most = excluded.most, counted_at = excluded.counted_at,
              rests_until = excluded.rests_until, problem = excluded.problem
            """)
        .setParameter("account", pace.account().value())
        .setParameter("queries", pace.queries())
        .setParameter("asked", pace.asked().toArray(Instant[]::new), Instant[].class)
        .setParameter("most", pace.most())
        .setParameter("countedAt", pace.countedAt(), Instant.class)
        .setParameter("restsUntil", pace.restsUntil(), Instant.class)
        .setParameter("problem", pace.problem(), String.class)
        .executeUpdate();
  }

  @Override
  public List<CollectionPace> all() {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT account_id, asked, most, counted_at, rests_until, problem
            FROM collection_pace ORDER BY account_id
            """,
            Tuple.class)
        .addScalar("account_id", UUID.class)
        .addScalar("asked", Instant[].class)
        .addScalar("most", Integer.class)
        .addScalar("counted_at", Instant.class)
        .addScalar("rests_until", Instant.class)
        .addScalar("problem", String.class)
        .getResultStream()
        .map(SqlCollectionPaces::pace)
        .toList();
  }

  private static CollectionPace pace(Tuple row) {
    return new CollectionPace(
        new AccountId(row.get("account_id", UUID.class)),
        List.of(row.get("asked", Instant[].class)),
        row.get("most", Integer.class),
        row.get("counted_at", Instant.class),
        row.get("rests_until", Instant.class),
        row.get("problem", String.class));
  }
}
