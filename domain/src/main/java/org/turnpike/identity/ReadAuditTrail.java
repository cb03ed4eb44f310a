package org.turnpike.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;

/** Who may see which entries: those of the tenants in one's reach. */
@ApplicationScoped
public class ReadAuditTrail {
  private AuditTrail audit;
  private Transactions transactions;

  protected ReadAuditTrail() {}

  @Inject
  public ReadAuditTrail(AuditTrail audit, Transactions transactions) {
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Newest first.
   *
   * @param text found in action, subject, actor or detail; null for any
   * @param from inclusive; null for the beginning
   * @param to exclusive; null for now
   */
  public Slice<AuditEntry> read(
      Caller caller, String text, Instant from, Instant to, Slice.Request page) {
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      throw Rejected.invalid("text", "No entry holds control characters.");
    }
    TimeRange range =
        new TimeRange(from == null ? TimeRange.EARLIEST : from, to == null ? TimeRange.LATEST : to);
    AuditTrail.Question question =
        new AuditTrail.Question(caller.reach(Scope.AUDIT), text, range.start(), range.end());
    return transactions.call(() -> audit.find(question, page));
  }
}
