package org.turnpike.systemtests.benchmark;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.turnpike.migrations.LedgerChain;
import org.turnpike.usage.UsageRecord;
import org.turnpike.world.Fields;

/**
 * A ledger as one writes it with JPA and no thought of speed, which has to say the same in the end:
 * a transaction for each reading.
 */
final class OneByOne {
  private final EntityManager entities;
  private final LedgerChain chain = new LedgerChain();
  private long lines;

  OneByOne(EntityManager entities) {
    this.entities = entities;
  }

  /** Nothing but the line: no look at what is there, no sum, no chain. */
  void keep(UsageRecord line) {
    lines++;
    persist(line, lines, LedgerChain.genesis());
  }

  /** The line in its place, after a look at where its window stands, and the sum of its day. */
  void post(UsageRecord line) {
    Tuple head =
        (Tuple)
            entities
                .createNativeQuery("SELECT posting, hash FROM ledger_head FOR UPDATE", Tuple.class)
                .getSingleResult();
    if (stands(line)) {
      return;
    }
    long posting = head.get(0, Long.class) + 1;
    byte[] hash = chain.next(head.get(1, byte[].class), chained(posting, line));
    persist(line, posting, hash);
    addToDay(line);
    entities
        .createNativeQuery("UPDATE ledger_head SET posting = :posting, hash = :hash")
        .setParameter("posting", posting)
        .setParameter("hash", hash)
        .executeUpdate();
  }

  private boolean stands(UsageRecord line) {
    return entities
            .createQuery(
                """
                select max(r.revision), sum(r.egressBytes), sum(r.ingressBytes) from UsageRecord r
                where r.turnKey.value = :key and r.windowStart = :window and r.settlement = false
                """,
                Tuple.class)
            .setParameter("key", line.turnKey().value())
            .setParameter("window", line.windowStart())
            .getSingleResult()
            .get(0)
        != null;
  }

  private void persist(UsageRecord line, long posting, byte[] hash) {
    Fields.set(line, "posting", posting);
    Fields.set(line, "hash", hash);
    entities.persist(line);
  }

  private void addToDay(UsageRecord line) {
    entities
        .createNativeQuery(
            """
            INSERT INTO usage_day AS kept (tenant_id, day, turn_key_id, egress_bytes, ingress_bytes)
            VALUES (:tenant, :day, :key, :egress, :ingress)
            ON CONFLICT (tenant_id, day, turn_key_id) DO UPDATE
            SET egress_bytes = kept.egress_bytes + excluded.egress_bytes,
              ingress_bytes = kept.ingress_bytes + excluded.ingress_bytes
            """)
        .setParameter("tenant", line.tenant().value())
        .setParameter("day", LocalDate.ofInstant(line.windowStart(), ZoneOffset.UTC))
        .setParameter("key", line.turnKey().value())
        .setParameter("egress", line.change().egress().bytes())
        .setParameter("ingress", line.change().ingress().bytes())
        .executeUpdate();
  }

  private static LedgerChain.Line chained(long posting, UsageRecord line) {
    return new LedgerChain.Line(
        posting,
        line.turnKey().value(),
        line.tenant().value(),
        line.windowStart(),
        line.windowEnd(),
        line.revision(),
        line.change().egress().bytes(),
        line.change().ingress().bytes(),
        line.read().egress().bytes(),
        line.read().ingress().bytes(),
        line.postedAt(),
        null,
        null,
        false,
        null);
  }
}
