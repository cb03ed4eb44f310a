package org.turnpike.world;

import java.time.Duration;
import org.turnpike.analytics.BreakdownReports;
import org.turnpike.analytics.InMemoryBreakdownReports;
import org.turnpike.analytics.InMemoryPossibleLeaks;
import org.turnpike.analytics.InMemoryUsageBreakdowns;
import org.turnpike.analytics.InMemoryUsageReports;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.UsageBreakdowns;
import org.turnpike.analytics.UsageReports;
import org.turnpike.attribution.AttributionRules;
import org.turnpike.attribution.InMemoryAttributionRules;
import org.turnpike.attribution.InMemoryUnattributedUsage;
import org.turnpike.attribution.UnattributedUsage;
import org.turnpike.audit.AuditTrail;
import org.turnpike.audit.InMemoryAuditTrail;
import org.turnpike.billing.InMemoryRatePlans;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.CredentialReserve;
import org.turnpike.credential.HeldCredentials;
import org.turnpike.credential.InMemoryCredentialGrants;
import org.turnpike.credential.InMemoryCredentialReserve;
import org.turnpike.credential.InMemoryHeldCredentials;
import org.turnpike.credential.InMemorySightings;
import org.turnpike.credential.InMemoryTallies;
import org.turnpike.credential.Sightings;
import org.turnpike.credential.Tallies;
import org.turnpike.identity.InMemoryUsers;
import org.turnpike.identity.Users;
import org.turnpike.network.AddressWatches;
import org.turnpike.network.InMemoryAddressWatches;
import org.turnpike.notification.Destinations;
import org.turnpike.notification.InMemoryDestinations;
import org.turnpike.notification.InMemoryOutbox;
import org.turnpike.notification.Outbox;
import org.turnpike.quality.InMemoryRelayReports;
import org.turnpike.quality.RelayReports;
import org.turnpike.relaytest.InMemoryRelayTests;
import org.turnpike.relaytest.RelayTests;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.IdempotentReplies;
import org.turnpike.shared.InMemoryEpoch;
import org.turnpike.shared.InMemoryIdempotentReplies;
import org.turnpike.shared.InMemoryLeases;
import org.turnpike.shared.Leases;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.InMemoryApiKeys;
import org.turnpike.tenant.InMemoryCloudflareAccounts;
import org.turnpike.tenant.InMemoryTenants;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.InMemoryTurnKeys;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.CollectionPaces;
import org.turnpike.usage.InMemoryCollectionMarks;
import org.turnpike.usage.InMemoryCollectionPaces;
import org.turnpike.usage.InMemorySettlements;
import org.turnpike.usage.InMemoryUsageLedger;
import org.turnpike.usage.InMemoryUsageReplies;
import org.turnpike.usage.Settlements;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageReplies;

/** Every port, held in memory. */
abstract class InMemoryPorts implements Ports {
  private final ManualClock clock = new ManualClock();
  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final AuditTrail audit = new InMemoryAuditTrail(transactions);
  private final Epoch epoch = new InMemoryEpoch(transactions);
  private final IdempotentReplies replies = new InMemoryIdempotentReplies(transactions);
  private final Users users = new InMemoryUsers(transactions);
  private final CloudflareAccounts accounts = new InMemoryCloudflareAccounts(transactions);
  private final Tenants tenants = new InMemoryTenants(transactions);
  private final ApiKeys apiKeys = new InMemoryApiKeys(transactions);
  private final TurnKeys turnKeys = new InMemoryTurnKeys(transactions);
  private final CredentialGrants grants = new InMemoryCredentialGrants(transactions);
  private final HeldCredentials held = new InMemoryHeldCredentials(transactions, grants, turnKeys);
  private final CredentialReserve reserve = new InMemoryCredentialReserve(transactions);
  private final Sightings sightings = new InMemorySightings(transactions);
  private final Tallies tallies = new InMemoryTallies(transactions);
  private final InMemoryUsageLedger ledger = new InMemoryUsageLedger(transactions);
  private final UsageReplies usageReplies = new InMemoryUsageReplies(transactions);
  private final CollectionMarks marks = new InMemoryCollectionMarks(transactions);
  private final Settlements settlements = new InMemorySettlements(transactions);
  private final AttributionRules attributionRules = new InMemoryAttributionRules(transactions);
  private final UnattributedUsage unattributed =
      new InMemoryUnattributedUsage(transactions, ledger, turnKeys);
  private final CollectionPaces paces = new InMemoryCollectionPaces(transactions);
  private final Leases leases = new InMemoryLeases(transactions, clock);
  private final InMemoryRatePlans plans = new InMemoryRatePlans();
  private final UsageReports reports = new InMemoryUsageReports(ledger);
  private final InMemoryUsageBreakdowns breakdowns = new InMemoryUsageBreakdowns(transactions);
  private final PossibleLeaks leaks = new InMemoryPossibleLeaks(transactions, turnKeys, grants);
  private final Destinations destinations = new InMemoryDestinations(transactions);
  private final Outbox outbox = new InMemoryOutbox(transactions);
  private final AddressWatches watches = new InMemoryAddressWatches(transactions);
  private final RelayReports relayReports = new InMemoryRelayReports(transactions);
  private final RelayTests relayTests = new InMemoryRelayTests(transactions);

  @Override
  public ManualClock clock() {
    return clock;
  }

  @Override
  public InMemoryTransactions transactions() {
    return transactions;
  }

  @Override
  public AuditTrail audit() {
    return audit;
  }

  @Override
  public Epoch epoch() {
    return epoch;
  }

  @Override
  public IdempotentReplies replies() {
    return replies;
  }

  @Override
  public Users users() {
    return users;
  }

  @Override
  public CloudflareAccounts accounts() {
    return accounts;
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public ApiKeys apiKeys() {
    return apiKeys;
  }

  @Override
  public TurnKeys turnKeys() {
    return turnKeys;
  }

  @Override
  public CredentialGrants grants() {
    return grants;
  }

  @Override
  public HeldCredentials held() {
    return held;
  }

  @Override
  public CredentialReserve reserve() {
    return reserve;
  }

  @Override
  public Sightings sightings() {
    return sightings;
  }

  @Override
  public Tallies tallies() {
    return tallies;
  }

  @Override
  public UsageLedger ledger() {
    return ledger;
  }

  @Override
  public UsageReplies usageReplies() {
    return usageReplies;
  }

  @Override
  public CollectionMarks marks() {
    return marks;
  }

  @Override
  public Settlements settlements() {
    return settlements;
  }

  @Override
  public AttributionRules attributionRules() {
    return attributionRules;
  }

  @Override
  public UnattributedUsage unattributed() {
    return unattributed;
  }

  @Override
  public CollectionPaces paces() {
    return paces;
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public InMemoryRatePlans plans() {
    return plans;
  }

  @Override
  public UsageReports reports() {
    return reports;
  }

  @Override
  public UsageBreakdowns breakdowns() {
    return breakdowns;
  }

  @Override
  public BreakdownReports breakdownReports() {
    return new InMemoryBreakdownReports(breakdowns);
  }

  @Override
  public PossibleLeaks leaks() {
    return leaks;
  }

  @Override
  public RelayReports relayReports() {
    return relayReports;
  }

  @Override
  public Destinations destinations() {
    return destinations;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public AddressWatches watches() {
    return watches;
  }

  @Override
  public RelayTests relayTests() {
    return relayTests;
  }

  @Override
  public void letPass(Duration time) {
    clock.advance(time);
  }
}
