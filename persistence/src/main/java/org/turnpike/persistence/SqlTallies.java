package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.hibernate.query.NativeQuery;
import org.turnpike.credential.AnswerTally;
import org.turnpike.credential.MintingTally;
import org.turnpike.credential.NodeId;
import org.turnpike.credential.Tallies;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKeyId;

/** The tables {@code minting_tally} and {@code answer_tally}. */
@ApplicationScoped
public class SqlTallies implements Tallies {
  private EntityManager entities;

  protected SqlTallies() {}

  @Inject
  public SqlTallies(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void put(NodeId node, TurnKeyId key, Instant window, MintingTally tally) {
    statement(
            """
            INSERT INTO minting_tally (window_start, turn_key_id, node_id,
              minted, failed, turned_away, ahead, taken)
            VALUES (:window, :key, :node, :minted, :failed, :turnedAway, :ahead, :taken)
            ON CONFLICT (window_start, turn_key_id, node_id) DO UPDATE SET
              minted = excluded.minted, failed = excluded.failed,
              turned_away = excluded.turned_away, ahead = excluded.ahead, taken = excluded.taken
            """)
        .setParameter("window", window)
        .setParameter("key", key.value())
        .setParameter("node", node.value())
        .setParameter("minted", tally.minted())
        .setParameter("failed", tally.failed())
        .setParameter("turnedAway", tally.turnedAway())
        .setParameter("ahead", tally.ahead())
        .setParameter("taken", tally.taken())
        .executeUpdate();
  }

  @Override
  public void put(NodeId node, TenantId tenant, Instant window, AnswerTally tally) {
    statement(
            """
            INSERT INTO answer_tally (window_start, tenant_id, node_id,
              minted, reused, reserve, fallback, refused)
            VALUES (:window, :tenant, :node, :minted, :reused, :reserve, :fallback, :refused)
            ON CONFLICT (window_start, tenant_id, node_id) DO UPDATE SET
              minted = excluded.minted, reused = excluded.reused, reserve = excluded.reserve,
              fallback = excluded.fallback, refused = excluded.refused
            """)
        .setParameter("window", window)
        .setParameter("tenant", tenant.value())
        .setParameter("node", node.value())
        .setParameter("minted", tally.minted())
        .setParameter("reused", tally.reused())
        .setParameter("reserve", tally.reserve())
        .setParameter("fallback", tally.fallback())
        .setParameter("refused", tally.refused())
        .executeUpdate();
  }

  @Override
  public Map<TurnKeyId, MintingTally> mintings(Set<TurnKeyId> keys, Instant since) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return sums(
            """
            SELECT turn_key_id AS whose, CAST(sum(minted) AS bigint) AS a,
              CAST(sum(failed) AS bigint) AS b, CAST(sum(turned_away) AS bigint) AS c,
              CAST(sum(ahead) AS bigint) AS d, CAST(sum(taken) AS bigint) AS e
            FROM minting_tally WHERE window_start >= :since AND turn_key_id IN (:whose)
            GROUP BY turn_key_id
            """,
            Ids.of(keys, TurnKeyId::value),
            since)
        .collect(
            Collectors.toMap(
                row -> new TurnKeyId(row.get("whose", UUID.class)),
                row ->
                    new MintingTally(
                        count(row, "a"),
                        count(row, "b"),
                        count(row, "c"),
                        count(row, "d"),
                        count(row, "e"))));
  }

  @Override
  public Map<TenantId, AnswerTally> answers(Set<TenantId> tenants, Instant since) {
    if (tenants.isEmpty()) {
      return Map.of();
    }
    return sums(
            """
            SELECT tenant_id AS whose, CAST(sum(minted) AS bigint) AS a,
              CAST(sum(reused) AS bigint) AS b, CAST(sum(reserve) AS bigint) AS c,
              CAST(sum(fallback) AS bigint) AS d, CAST(sum(refused) AS bigint) AS e
            FROM answer_tally WHERE window_start >= :since AND tenant_id IN (:whose)
            GROUP BY tenant_id
            """,
            Ids.of(tenants),
            since)
        .collect(
            Collectors.toMap(
                row -> new TenantId(row.get("whose", UUID.class)),
                row ->
                    new AnswerTally(
                        count(row, "a"),
                        count(row, "b"),
                        count(row, "c"),
                        count(row, "d"),
                        count(row, "e"))));
  }

  @Override
  public int forgetBefore(Instant instant) {
    return statement("DELETE FROM minting_tally WHERE window_start < :instant")
            .setParameter("instant", instant)
            .executeUpdate()
        + statement("DELETE FROM answer_tally WHERE window_start < :instant")
            .setParameter("instant", instant)
            .executeUpdate();
  }

  private Stream<Tuple> sums(String sql, Set<UUID> whose, Instant since) {
    NativeQuery<Tuple> query =
        entities
            .unwrap(Session.class)
            .createNativeQuery(sql, Tuple.class)
            .addScalar("whose", UUID.class)
            .setParameterList("whose", whose)
            .setParameter("since", since);
    for (String column : List.of("a", "b", "c", "d", "e")) {
      query.addScalar(column, Long.class);
    }
    return query.getResultStream();
  }

  private static long count(Tuple row, String column) {
    return row.get(column, Long.class);
  }

  private MutationQuery statement(String sql) {
    return entities.unwrap(Session.class).createNativeMutationQuery(sql);
  }
}
