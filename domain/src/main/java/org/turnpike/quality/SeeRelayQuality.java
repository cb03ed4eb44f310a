package org.turnpike.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;

/** How a tenant's calls fared, for whoever sees its usage: figures alone, which name nobody. */
@ApplicationScoped
public class SeeRelayQuality {
  private RelayReports reports;
  private Tenants tenants;
  private Transactions transactions;

  protected SeeRelayQuality() {}

  @Inject
  public SeeRelayQuality(RelayReports reports, Tenants tenants, Transactions transactions) {
    this.reports = reports;
    this.tenants = tenants;
    this.transactions = transactions;
  }

  /** Of the calls first told of within the range. */
  public RelayQuality of(Caller caller, TenantId id, TimeRange range) {
    caller.require(Scope.USAGE, id);
    return transactions.call(
        caller.reach(),
        () -> {
          Tenant tenant = tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
          return new RelayQuality(
              range,
              tenant.terms().relayReports(),
              reports.lastAt(id).orElse(null),
              reports.whole(id, range),
              reports.byPath(id, range),
              reports.byCountry(id, range),
              reports.near(id, range),
              reports.failures(id, range));
        });
  }
}
