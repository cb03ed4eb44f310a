package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.migrations.KeptReply;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.Evidence;
import org.turnpike.usage.ReplyId;
import org.turnpike.usage.UsageAnswer;
import org.turnpike.usage.UsageReplies;
import org.turnpike.usage.UsageReply;

/** The table {@code usage_reply}, which the database itself keeps append-only. */
@ApplicationScoped
public class SqlUsageReplies implements UsageReplies {
  private EntityManager entities;

  protected SqlUsageReplies() {}

  @Inject
  public SqlUsageReplies(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public ReplyId keep(TurnKey key, UsageAnswer answer) {
    byte[] body = answer.evidence().reply().getBytes(StandardCharsets.UTF_8);
    byte[] sha256 = KeptReply.sha256(body);
    return lastIfTheSame(key, answer.range(), sha256)
        .orElseGet(() -> keep(key, answer, sha256, body));
  }

  private Optional<ReplyId> lastIfTheSame(TurnKey key, TimeRange range, byte[] sha256) {
    return rows("""
    SELECT id, encode(sha256, 'hex') AS sha256 FROM usage_reply
    WHERE turn_key_id = :key AND range_start = :start AND range_end = :end
      AND tenant_id IS NOT DISTINCT FROM :tenant
    ORDER BY asked_at DESC LIMIT 1
    """)
        .addScalar("id", UUID.class)
        .addScalar("sha256", String.class)
        .setParameter("key", key.id().value())
        .setParameter("tenant", Ids.orNull(key.tenant()), UUID.class)
        .setParameter("start", range.start())
        .setParameter("end", range.end())
        .getResultStream()
        .filter(last -> last.get("sha256", String.class).equals(HexFormat.of().formatHex(sha256)))
        .map(last -> new ReplyId(last.get("id", UUID.class)))
        .findFirst();
  }

  private ReplyId keep(TurnKey key, UsageAnswer answer, byte[] sha256, byte[] body) {
    Evidence evidence = answer.evidence();
    UUID id = KeptReply.id(evidence.question(), evidence.askedAt(), body);
    entities
        .unwrap(Session.class)
        .createNativeMutationQuery(
            """
            INSERT INTO usage_reply (id, turn_key_id, tenant_id, range_start, range_end, question,
              asked_at, sha256, body)
            VALUES (:id, :key, :tenant, :start, :end, :question, :askedAt, :sha256, :body)
            ON CONFLICT (id) DO NOTHING
            """)
        .setParameter("id", id)
        .setParameter("key", key.id().value())
        .setParameter("tenant", Ids.orNull(key.tenant()), UUID.class)
        .setParameter("start", answer.range().start())
        .setParameter("end", answer.range().end())
        .setParameter("question", evidence.question())
        .setParameter("askedAt", evidence.askedAt())
        .setParameter("sha256", sha256)
        .setParameter("body", KeptReply.deflated(body))
        .executeUpdate();
    return new ReplyId(id);
  }

  @Override
  public Optional<UsageReply> find(TenantId tenant, ReplyId id) {
    return rows("""
    SELECT turn_key_id, range_start, range_end, question, asked_at,
      encode(sha256, 'hex') AS sha256, body
    FROM usage_reply WHERE id = :id AND tenant_id = :tenant
    """)
        .addScalar("turn_key_id", UUID.class)
        .addScalar("range_start", Instant.class)
        .addScalar("range_end", Instant.class)
        .addScalar("question", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("sha256", String.class)
        .addScalar("body", byte[].class)
        .setParameter("id", id.value())
        .setParameter("tenant", tenant.value())
        .getResultStream()
        .map(row -> reply(id, row))
        .findFirst();
  }

  private static UsageReply reply(ReplyId id, Tuple row) {
    return new UsageReply(
        id,
        new TurnKeyId(row.get("turn_key_id", UUID.class)),
        new TimeRange(row.get("range_start", Instant.class), row.get("range_end", Instant.class)),
        new Evidence(
            row.get("question", String.class),
            row.get("asked_at", Instant.class),
            text(row.get("body", byte[].class))),
        row.get("sha256", String.class));
  }

  private static String text(byte[] body) {
    try {
      return new String(KeptReply.inflated(body), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("A kept answer was changed since", e);
    }
  }

  @Override
  public Map<ReplyId, String> hashes(Set<ReplyId> ids) {
    Map<ReplyId, String> hashes = new HashMap<>();
    if (!ids.isEmpty()) {
      rows("SELECT id, encode(sha256, 'hex') AS sha256 FROM usage_reply WHERE id IN (:ids)")
          .addScalar("id", UUID.class)
          .addScalar("sha256", String.class)
          .setParameterList("ids", Ids.of(ids, ReplyId::value))
          .getResultList()
          .forEach(
              row ->
                  hashes.put(
                      new ReplyId(row.get("id", UUID.class)), row.get("sha256", String.class)));
    }
    return hashes;
  }

  private NativeQuery<Tuple> rows(String sql) {
    return entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
  }
}
