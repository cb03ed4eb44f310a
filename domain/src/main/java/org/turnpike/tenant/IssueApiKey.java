package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/** API keys are issued, listed and revoked. */
@ApplicationScoped
public class IssueApiKey {
  private static final Set<Scope> FOR_OPERATORS = EnumSet.of(Scope.ADMIN);

  private ApiKeys keys;
  private Tenants tenants;
  private AuditTrail audit;
  private Epoch epoch;
  private Transactions transactions;
  private Clock clock;

  protected IssueApiKey() {}

  @Inject
  public IssueApiKey(
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

  /**
   * A key just issued.
   *
   * @param key the key itself; shown once
   */
  public record Issued(ApiKey apiKey, Secret key) {}

  public List<ApiKey> list(Caller caller, TenantId tenant) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(() -> keys.of(tenant(tenant).id()));
  }

  /**
   * A new key of the tenant; none may carry more than its issuer has, and the scope admin is the
   * operators' own.
   *
   * @param expiresAt null for never
   * @param limits beginning with none
   */
  public Issued issue(
      Caller caller,
      TenantId tenant,
      String name,
      Scopes scopes,
      Networks networks,
      Instant expiresAt,
      LimitChange limits) {
    caller.require(Scope.KEYS, tenant);
    for (Scope scope : scopes.all()) {
      if (FOR_OPERATORS.contains(scope)) {
        throw Rejected.invalid("scopes", "The scope admin is for operators' keys.");
      }
      caller.require(scope, tenant);
    }
    return transactions.call(
        () -> {
          Tenant owner = tenant(tenant);
          Secret key = RandomToken.random(ApiKey.PREFIX);
          ApiKey apiKey =
              new ApiKey(owner.id(), name, key, scopes, networks, expiresAt, clock.instant());
          apiKey.limit(limits, owner.terms().ttl());
          keys.add(apiKey);
          tell(caller, "api-key.issued", apiKey);
          return new Issued(apiKey, key);
        });
  }

  public void revoke(Caller caller, TenantId tenant, ApiKeyId id) {
    caller.require(Scope.KEYS, tenant);
    transactions.run(
        () -> {
          ApiKey key =
              keys.find(id)
                  .filter(found -> tenant.equals(found.tenant()))
                  .orElseThrow(() -> Rejected.notFound("API key"));
          key.revoke(clock.instant());
          epoch.advance();
          tell(caller, "api-key.revoked", key);
        });
  }

  /**
   * The operators' first key, from the settings, when they have none.
   *
   * @throws IllegalStateException when the text could never open anything, or be guessed
   */
  public void ensureFirstOperatorKey(Secret key) {
    if (!ApiKey.isWellFormed(key)) {
      throw new IllegalStateException(
          "Setting turnpike.operator.api.key must be tpk_ and 32 random characters or more.");
    }
    transactions.run(
        () -> {
          if (keys.of(null).isEmpty()) {
            Scopes all = new Scopes(EnumSet.allOf(Scope.class));
            ApiKey apiKey =
                new ApiKey(
                    null, "First operator", key, all, Networks.ANYWHERE, null, clock.instant());
            keys.add(apiKey);
            tell(Caller.SYSTEM, "api-key.issued", apiKey);
          }
        });
  }

  private Tenant tenant(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }

  private void tell(Caller caller, String action, ApiKey key) {
    audit.append(
        new AuditEntry(
            clock.instant(),
            caller.actor(),
            key.tenant(),
            action,
            key.label(),
            key.scopes().toString()));
  }
}
