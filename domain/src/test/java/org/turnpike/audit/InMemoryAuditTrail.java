package org.turnpike.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.turnpike.shared.Slice;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Paging;
import org.turnpike.world.Table;

public final class InMemoryAuditTrail implements AuditTrail {
  private final Table<UUID, AuditEntry> table;

  public InMemoryAuditTrail(InMemoryTransactions transactions) {
    table = transactions.table(AuditEntry::id);
  }

  @Override
  public void append(AuditEntry entry) {
    table.add(entry);
  }

  @Override
  public Slice<AuditEntry> find(Question question, Slice.Request page) {
    List<AuditEntry> sorted =
        table.all().stream()
            .filter(entry -> fits(entry, question))
            .sorted(Comparator.comparing((AuditEntry entry) -> entry.id().toString()).reversed())
            .toList();
    return Paging.of(sorted, page, AuditEntry::id);
  }

  private static boolean fits(AuditEntry entry, Question question) {
    return (question.tenants() == null
            || (entry.tenant() != null && question.tenants().contains(entry.tenant())))
        && (question.from() == null || !entry.at().isBefore(question.from()))
        && (question.to() == null || entry.at().isBefore(question.to()))
        && (question.text() == null
            || text(entry).contains(question.text().toLowerCase(Locale.ROOT)));
  }

  private static String text(AuditEntry entry) {
    String detail = entry.detail() == null ? "" : entry.detail();
    return String.join(" ", entry.action(), entry.subject(), entry.actor().name(), detail)
        .toLowerCase(Locale.ROOT);
  }
}
