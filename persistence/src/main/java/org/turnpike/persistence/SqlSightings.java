package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.turnpike.credential.MintingHealth;
import org.turnpike.credential.Node;
import org.turnpike.credential.NodeId;
import org.turnpike.credential.Sightings;
import org.turnpike.turnkey.TurnKeyId;

/** The tables {@code credential_node} and {@code breaker_seen}. */
@ApplicationScoped
public class SqlSightings implements Sightings {
  private EntityManager entities;

  protected SqlSightings() {}

  @Inject
  public SqlSightings(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public boolean alive(Node node) {
    int known =
        statement("UPDATE credential_node SET seen_at = :seenAt WHERE id = :id")
            .setParameter("seenAt", node.seenAt())
            .setParameter("id", node.id().value())
            .executeUpdate();
    if (known == 0) {
      statement(
              """
              INSERT INTO credential_node (id, name, started_at, seen_at)
              VALUES (:id, :name, :startedAt, :seenAt)
              """)
          .setParameter("id", node.id().value())
          .setParameter("name", node.name())
          .setParameter("startedAt", node.startedAt())
          .setParameter("seenAt", node.seenAt())
          .executeUpdate();
    }
    return known == 0;
  }

  @Override
  public void put(NodeId node, TurnKeyId key, MintingHealth.State state) {
    statement(
            """
            INSERT INTO breaker_seen (node_id, turn_key_id, breaker, since, not_before, problem)
            VALUES (:node, :key, :breaker, :since, :notBefore, :problem)
            ON CONFLICT (node_id, turn_key_id) DO UPDATE SET breaker = excluded.breaker,
              since = excluded.since, not_before = excluded.not_before, problem = excluded.problem
            """)
        .setParameter("node", node.value())
        .setParameter("key", key.value())
        .setParameter("breaker", state.breaker().name())
        .setParameter("since", state.since(), Instant.class)
        .setParameter("notBefore", state.notBefore(), Instant.class)
        .setParameter("problem", state.problem(), String.class)
        .executeUpdate();
  }

  @Override
  public List<Node> nodes() {
    return rows("SELECT id, name, started_at, seen_at FROM credential_node ORDER BY started_at, id")
        .addScalar("id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("started_at", Instant.class)
        .addScalar("seen_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new Node(
                    new NodeId(row.get("id", UUID.class)),
                    row.get("name", String.class),
                    row.get("started_at", Instant.class),
                    row.get("seen_at", Instant.class)))
        .toList();
  }

  @Override
  public List<OfNode> breakers(Set<TurnKeyId> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return rows("""
    SELECT node_id, turn_key_id, breaker, since, not_before, problem FROM breaker_seen
    WHERE turn_key_id IN (:keys)
    """)
        .addScalar("node_id", UUID.class)
        .addScalar("turn_key_id", UUID.class)
        .addScalar("breaker", String.class)
        .addScalar("since", Instant.class)
        .addScalar("not_before", Instant.class)
        .addScalar("problem", String.class)
        .setParameterList("keys", Ids.of(keys, TurnKeyId::value))
        .getResultStream()
        .map(SqlSightings::breaker)
        .toList();
  }

  private static OfNode breaker(Tuple row) {
    return new OfNode(
        new NodeId(row.get("node_id", UUID.class)),
        new TurnKeyId(row.get("turn_key_id", UUID.class)),
        new MintingHealth.State(
            MintingHealth.Breaker.valueOf(row.get("breaker", String.class)),
            row.get("since", Instant.class),
            row.get("not_before", Instant.class),
            row.get("problem", String.class)));
  }

  @Override
  public void forget(NodeId node) {
    statement("DELETE FROM credential_node WHERE id = :id")
        .setParameter("id", node.value())
        .executeUpdate();
  }

  private NativeQuery<Tuple> rows(String sql) {
    return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
  }

  private MutationQuery statement(String sql) {
    return entities.unwrap(Session.class).createNativeMutationQuery(sql);
  }
}
