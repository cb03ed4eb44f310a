package org.turnpike.usage;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryUsageReplies implements UsageReplies {
  private final InMemoryTransactions transactions;
  private final Table<ReplyId, Row> table;

  private record Row(TenantId tenant, UsageReply reply) {
    ReplyId id() {
      return reply.id();
    }
  }

  public InMemoryUsageReplies(InMemoryTransactions transactions) {
    this.transactions = transactions;
    table = transactions.table(Row::id);
  }

  @Override
  public ReplyId keep(TurnKey key, UsageAnswer answer) {
    if (!transactions.reach().includes(key.tenant())) {
      throw new IllegalStateException("usage is out of reach: another tenant is set");
    }
    String hash = hash(answer.evidence().reply());
    Optional<UsageReply> last =
        table.all().stream()
            .filter(row -> Objects.equals(row.tenant(), key.tenant()))
            .map(Row::reply)
            .filter(kept -> kept.turnKey().equals(key.id()) && kept.range().equals(answer.range()))
            .max(Comparator.comparing(kept -> kept.evidence().askedAt()));
    if (last.isPresent() && last.get().sha256().equals(hash)) {
      return last.get().id();
    }
    Evidence evidence = answer.evidence();
    ReplyId id =
        new ReplyId(
            UUID.nameUUIDFromBytes(
                (evidence.question() + evidence.askedAt() + hash)
                    .getBytes(StandardCharsets.UTF_8)));
    table.put(new Row(key.tenant(), new UsageReply(id, key.id(), answer.range(), evidence, hash)));
    return id;
  }

  /** Not SHA-256, which is for PostgreSQL to prove; only another one for other bytes. */
  private static String hash(String reply) {
    return UUID.nameUUIDFromBytes(reply.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "")
        .repeat(2);
  }

  @Override
  public Optional<UsageReply> find(TenantId tenant, ReplyId id) {
    return visible(id).filter(row -> tenant.equals(row.tenant())).map(Row::reply);
  }

  @Override
  public Map<ReplyId, String> hashes(Set<ReplyId> ids) {
    return ids.stream()
        .flatMap(id -> visible(id).stream())
        .collect(Collectors.toMap(Row::id, row -> row.reply().sha256()));
  }

  private Optional<Row> visible(ReplyId id) {
    return table.find(id).filter(row -> transactions.reach().includes(row.tenant()));
  }
}
