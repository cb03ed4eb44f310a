package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Locale;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.shared.Slice;

@ApplicationScoped
public class JpaAuditTrail implements AuditTrail {
  private EntityManager entities;

  protected JpaAuditTrail() {}

  @Inject
  public JpaAuditTrail(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void append(AuditEntry entry) {
    entities.persist(entry);
  }

  @Override
  public Slice<AuditEntry> find(Question question, Slice.Request page) {
    Conditions conditions =
        new Conditions()
            .and("e.tenant.value in :tenants", "tenants", Ids.of(question.tenants()))
            .and("e.at >= :from", "from", question.from())
            .and("e.at < :to", "to", question.to())
            .and(
                "locate(:text, lower(concat(e.action, ' ', e.subject, ' ', e.actor.name, ' ',"
                    + " coalesce(e.detail, '')))) > 0",
                "text",
                question.text() == null ? null : question.text().toLowerCase(Locale.ROOT))
            .and("e.id < :after", "after", Conditions.idOf(page.cursor()));
    return Slices.of(
        conditions.bind(
            entities.createQuery(
                "select e from AuditEntry e" + conditions.where() + " order by e.id desc",
                AuditEntry.class)),
        page,
        AuditEntry::id);
  }
}
