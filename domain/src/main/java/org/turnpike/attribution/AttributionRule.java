package org.turnpike.attribution;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.UuidV7;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;

/**
 * That a tenant owns what certain identifiers relay on a shared TURN key, all there is and all that
 * comes, until the rule is ended. It stays then, because lines of the ledger refer to it.
 */
@Entity
@Table(name = "attribution_rule")
public class AttributionRule {
  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private RuleId id;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "shared_key_id"))
  private TurnKeyId sharedKey;

  private String pattern;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected AttributionRule() {}

  AttributionRule(TurnKey shared, IdentifierPattern pattern, Tenant tenant, Instant now) {
    this.id = new RuleId(UuidV7.at(now));
    this.sharedKey = shared.id();
    this.pattern = pattern.text();
    this.tenant = tenant.id();
    this.createdAt = now;
  }

  void end(Instant now) {
    this.endedAt = now;
  }

  public RuleId id() {
    return id;
  }

  public TurnKeyId sharedKey() {
    return sharedKey;
  }

  public IdentifierPattern pattern() {
    return new IdentifierPattern(pattern);
  }

  public TenantId tenant() {
    return tenant;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null while in force. */
  public Instant endedAt() {
    return endedAt;
  }
}
