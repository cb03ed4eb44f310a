package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/** Operators add tenants, change, suspend and close them; others see those of their reach. */
@ApplicationScoped
public class ManageTenants {
  private Tenants tenants;
  private ApiKeys keys;
  private CloudflareAccounts accounts;
  private RatePlanCodes plans;
  private AuditTrail audit;
  private Epoch epoch;
  private Transactions transactions;
  private Clock clock;

  protected ManageTenants() {}

  @Inject
  public ManageTenants(
      Tenants tenants,
      ApiKeys keys,
      CloudflareAccounts accounts,
      RatePlanCodes plans,
      AuditTrail audit,
      Epoch epoch,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.accounts = accounts;
    this.plans = plans;
    this.audit = audit;
    this.epoch = epoch;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which rate plans a tenant may be put on; the plans themselves belong to billing. */
  @FunctionalInterface
  public interface RatePlanCodes {
    boolean contains(String code);
  }

  public Slice<Tenant> list(Caller caller, Slice.Request page) {
    return transactions.call(() -> tenants.list(caller.visibleTenants(), page));
  }

  /** All the caller may see, by name. */
  public List<Tenant> all(Caller caller) {
    return transactions.call(() -> tenants.all(caller.visibleTenants()));
  }

  public Tenant find(Caller caller, TenantId id) {
    return transactions.call(() -> visible(caller, id));
  }

  public Tenant add(Caller caller, TenantDetails details) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          if (details.account() == null || accounts.find(details.account()).isEmpty()) {
            throw Rejected.invalid("accountId", "accountId must name an account added before.");
          }
          checkPlan(details);
          checkSlug(details.slug(), null);
          Tenant tenant = new Tenant(details, details.account(), clock.instant());
          tenants.add(tenant);
          tell(caller, "tenant.added", tenant, null);
          return tenant;
        });
  }

  public Tenant change(Caller caller, TenantId id, TenantDetails details) {
    Tenant before = find(caller, id);
    caller.requireEverywhere(Scope.ADMIN);
    if (details.account() != null && !details.account().equals(before.account())) {
      throw Rejected.invalid("accountId", "The account of a tenant cannot change.");
    }
    return transactions.call(
        () -> {
          checkPlan(details);
          checkSlug(details.slug(), id); // before the change: a query writes what is pending first
          Tenant tenant = visible(caller, id);
          checkKeys(tenant, details);
          Tenant.Status earlier = tenant.status();
          Terms agreed = tenant.terms();
          String changes = tenant.change(details);
          if (tenant.status() != earlier || !tenant.terms().equals(agreed)) {
            epoch.advance();
          }
          if (tenant.status() != earlier) {
            tell(caller, "tenant." + tenant.status().wireName(), tenant, changes);
          } else if (changes != null) {
            tell(caller, "tenant.changed", tenant, changes);
          }
          return tenant;
        });
  }

  private Tenant visible(Caller caller, TenantId id) {
    return tenants
        .find(id)
        .filter(tenant -> caller.sees(id))
        .orElseThrow(() -> Rejected.notFound("tenant"));
  }

  private void checkPlan(TenantDetails details) {
    if (details.plan() != null && !plans.contains(details.plan())) {
      throw Rejected.invalid("plan", "There is no rate plan of that code.");
    }
  }

  private void checkSlug(String slug, TenantId own) {
    if (Tenant.isSlug(slug)
        && tenants.findBySlug(slug).filter(other -> !other.id().equals(own)).isPresent()) {
      throw Rejected.conflict("The slug " + slug + " is taken.");
    }
  }

  /** No API key is to be left with no life that it may ask for. */
  private void checkKeys(Tenant tenant, TenantDetails details) {
    if (details.ttl() == null || Replacement.apply(details.ttl().minTtl(), null) == null) {
      return;
    }
    int least = details.ttl().minTtl().value();
    Instant now = clock.instant();
    keys.of(tenant.id()).stream()
        .filter(key -> key.isLive(now) && key.maxTtl() != null && key.maxTtl() < least)
        .findFirst()
        .ifPresent(
            key -> {
              throw Rejected.invalid(
                  "minTtl",
                  "minTtl must not exceed %d seconds, the maxTtl of the API key %s."
                      .formatted(key.maxTtl(), key.name()));
            });
  }

  private void tell(Caller caller, String action, Tenant tenant, String detail) {
    audit.append(
        new AuditEntry(
            clock.instant(), caller.actor(), tenant.id(), action, tenant.name(), detail));
  }
}
