package org.turnpike.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.RuleId;
import org.turnpike.usage.TransferUsage;

/**
 * Says by rule whose usage of a shared TURN key is. At any time the owner of an identifier, with
 * all its usage, is what the rules in force say: a rule that comes or goes transfers what it
 * concerns, by lines of their own in the ledger.
 */
@ApplicationScoped
public class AttributeUsage {
  private AttributionRules rules;
  private TurnKeys keys;
  private Tenants tenants;
  private TransferUsage transferring;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected AttributeUsage() {}

  @Inject
  public AttributeUsage(
      AttributionRules rules,
      TurnKeys keys,
      Tenants tenants,
      TransferUsage transferring,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.rules = rules;
    this.keys = keys;
    this.tenants = tenants;
    this.transferring = transferring;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What a rule did.
   *
   * @param identifiers how many have another owner now
   */
  public record Attributed(AttributionRule rule, int identifiers) {}

  /** The rules in force of a shared key, oldest first. */
  public List<AttributionRule> rules(Caller caller, TurnKeyId shared) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(() -> rules.inForce(find(shared).id()));
  }

  /** From now on, and of all there is. */
  public Attributed assign(
      Caller caller, TurnKeyId sharedKey, IdentifierPattern pattern, TenantId owner) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          TurnKey shared = findToChange(sharedKey);
          Tenant tenant =
              Optional.ofNullable(owner)
                  .flatMap(tenants::find)
                  .orElseThrow(() -> Rejected.invalid("tenantId", "tenantId names no tenant."));
          if (!tenant.account().equals(shared.account())) {
            throw Rejected.invalid(
                "tenantId", "The tenant must be of the Cloudflare account that the key is of.");
          }
          if (rules.inForce(shared.id()).stream()
              .anyMatch(rule -> rule.pattern().equals(pattern))) {
            throw Rejected.conflict("There is a rule of this pattern. End it first.");
          }
          AttributionRule rule = new AttributionRule(shared, pattern, tenant, clock.instant());
          rules.add(rule);
          return attributed(caller, shared, rule, "added");
        });
  }

  /** What it gave its tenant goes where the other rules say, or is nobody's again. */
  public Attributed end(Caller caller, TurnKeyId sharedKey, RuleId id) {
    caller.requireEverywhere(Scope.FINANCE);
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          TurnKey shared = findToChange(sharedKey);
          AttributionRule rule =
              rules
                  .find(id)
                  .filter(found -> found.sharedKey().equals(sharedKey))
                  .orElseThrow(() -> Rejected.notFound("attribution rule"));
          if (rule.endedAt() != null) {
            throw Rejected.conflict("This rule has been ended.");
          }
          rule.end(clock.instant());
          return attributed(caller, shared, rule, "ended");
        });
  }

  private Attributed attributed(Caller caller, TurnKey shared, AttributionRule cause, String how) {
    List<AttributionRule> inForce = rules.inForce(shared.id());
    int transferred = 0;
    for (TurnKey share : keys.sharesToChange(shared.id())) {
      TenantId owner =
          share.identifier() == null
              ? share.tenant()
              : RuleOwners.of(inForce, share.identifier()).orElse(null);
      if (!Objects.equals(owner, share.tenant())) {
        transferring.transfer(share, owner, cause.id());
        transferred++;
      }
    }
    audit.append(
        new AuditEntry(
            clock.instant(),
            caller.actor(),
            cause.tenant(),
            "attribution-rule." + how,
            shared.name(),
            "rule %s: %d identifiers have another owner".formatted(cause.id(), transferred)));
    return new Attributed(cause, transferred);
  }

  private TurnKey find(TurnKeyId id) {
    return keys.find(id).filter(TurnKey::isShared).orElseThrow(AttributeUsage::absent);
  }

  private TurnKey findToChange(TurnKeyId id) {
    return keys.findToChange(id).filter(TurnKey::isShared).orElseThrow(AttributeUsage::absent);
  }

  private static Rejected absent() {
    return Rejected.notFound("shared TURN key");
  }
}
