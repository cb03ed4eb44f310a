package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.turnpike.shared.IdempotentReplies;

@ApplicationScoped
public class SqlIdempotentReplies implements IdempotentReplies {
  private EntityManager entities;

  protected SqlIdempotentReplies() {}

  @Inject
  public SqlIdempotentReplies(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Optional<Earlier> take(Call call, Instant now) {
    int taken =
        of(
                call,
                """
                INSERT INTO idempotent_reply (caller, key, fingerprint, taken_at)
                VALUES (:caller, :key, :fingerprint, :now) ON CONFLICT (caller, key) DO NOTHING
                """)
            .setParameter("fingerprint", call.fingerprint())
            .setParameter("now", now)
            .executeUpdate();
    return taken == 1 ? Optional.empty() : Optional.of(earlier(call));
  }

  private Earlier earlier(Call call) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(
                    """
                    SELECT fingerprint, status, id, location, body FROM idempotent_reply
                    WHERE caller = :caller AND key = :key
                    """,
                    Tuple.class)
                .setParameter("caller", call.caller())
                .setParameter("key", call.key())
                .getSingleResult();
    Integer status = row.get("status", Integer.class);
    Reply reply =
        status == null
            ? null
            : new Reply(
                status,
                row.get("id", String.class),
                row.get("location", String.class),
                row.get("body", String.class));
    return new Earlier(row.get("fingerprint", String.class), reply);
  }

  @Override
  public void keep(Call call, Reply reply) {
    of(
            call,
            """
            UPDATE idempotent_reply SET status = :status, id = :id, location = :location, body = :body
            WHERE caller = :caller AND key = :key
            """)
        .setParameter("status", reply.status())
        .setParameter("id", reply.id())
        .setParameter("location", reply.location())
        .setParameter("body", reply.body())
        .executeUpdate();
  }

  @Override
  public void giveBack(Call call) {
    of(call, "DELETE FROM idempotent_reply WHERE caller = :caller AND key = :key").executeUpdate();
  }

  @Override
  public void forgetBefore(Instant instant) {
    entities
        .createNativeQuery("DELETE FROM idempotent_reply WHERE taken_at < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }

  private Query of(Call call, String sql) {
    return entities
        .createNativeQuery(sql)
        .setParameter("caller", call.caller())
        .setParameter("key", call.key());
  }
}
