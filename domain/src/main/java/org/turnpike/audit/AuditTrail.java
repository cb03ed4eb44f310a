package org.turnpike.audit;

import java.time.Instant;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;

/** The entries, append-only. */
public interface AuditTrail {
  void append(AuditEntry entry);

  /** The entries that fit the question, newest first. */
  Slice<AuditEntry> find(Question question, Slice.Request page);

  /**
   * What is asked for; null leaves a criterion out.
   *
   * @param tenants only entries of these tenants; null means all, those of no tenant included
   * @param text found in action, subject, actor name or detail, whatever the case
   * @param from inclusive
   * @param to exclusive
   */
  record Question(Set<TenantId> tenants, String text, Instant from, Instant to) {}
}
