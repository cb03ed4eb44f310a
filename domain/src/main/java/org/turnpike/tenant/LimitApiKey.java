package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/** Changes what an API key may ask for and how often; the key itself stays, and goes on opening. */
@ApplicationScoped
public class LimitApiKey {
  private ApiKeys keys;
  private Tenants tenants;
  private AuditTrail audit;
  private Epoch epoch;
  private Transactions transactions;
  private Clock clock;

  protected LimitApiKey() {}

  @Inject
  public LimitApiKey(
      ApiKeys keys,
      Tenants tenants,
      AuditTrail audit,
      Epoch epoch,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.tenants = tenants;
    this.audit = audit;
    this.epoch = epoch;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One of the tenant's keys, as it is now. */
  public ApiKey find(Caller caller, TenantId tenant, ApiKeyId id) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(() -> key(tenant, id));
  }

  /** Felt everywhere within a second; throws {@link Rejected} (conflict) for a revoked key. */
  public ApiKey limit(Caller caller, TenantId tenant, ApiKeyId id, LimitChange change) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(
        () -> {
          ApiKey key = key(tenant, id);
          if (key.revokedAt() != null) {
            throw Rejected.conflict("This API key is revoked.");
          }
          String changes = key.limit(change, tenants.find(tenant).orElseThrow().terms().ttl());
          if (changes != null) {
            epoch.advance();
            tell(caller, key, changes);
          }
          return key;
        });
  }

  private ApiKey key(TenantId tenant, ApiKeyId id) {
    return keys.find(id)
        .filter(found -> tenant.equals(found.tenant()))
        .orElseThrow(() -> Rejected.notFound("API key"));
  }

  private void tell(Caller caller, ApiKey key, String changes) {
    audit.append(
        new AuditEntry(
            clock.instant(),
            caller.actor(),
            key.tenant(),
            "api-key.changed",
            key.label(),
            changes));
  }
}
