package org.turnpike.audit;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;

/**
 * One act, written in the transaction of the act itself and never changed. Neither detail nor
 * subject ever holds a secret or a custom identifier.
 */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id private UUID id;

  @Column(name = "at")
  private Instant at;

  @Embedded private Actor actor;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  private String action;
  private String subject;
  private String detail;

  protected AuditEntry() {}

  /**
   * An act just done.
   *
   * @param tenant the tenant it concerns; null when it concerns none
   * @param action noun and past participle, such as {@code turn-key.created}
   * @param subject what was acted on, as people know it
   * @param detail what changed, for people; null when the action says it all
   */
  public AuditEntry(
      Instant at, Actor actor, TenantId tenant, String action, String subject, String detail) {
    this.id = UuidV7.at(at);
    this.at = at;
    this.actor = actor;
    this.tenant = tenant;
    this.action = action;
    this.subject = subject;
    this.detail = detail;
  }

  public UUID id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  public Actor actor() {
    return actor;
  }

  public TenantId tenant() {
    return tenant;
  }

  public String action() {
    return action;
  }

  public String subject() {
    return subject;
  }

  public String detail() {
    return detail;
  }
}
