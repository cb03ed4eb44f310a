package org.turnpike.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.analytics.BreakdownReports;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.UsageBreakdowns;
import org.turnpike.analytics.UsageReports;
import org.turnpike.attribution.AttributionRules;
import org.turnpike.attribution.UnattributedUsage;
import org.turnpike.audit.AuditTrail;
import org.turnpike.billing.RatePlans;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.CredentialReserve;
import org.turnpike.credential.HeldCredentials;
import org.turnpike.credential.Sightings;
import org.turnpike.credential.Tallies;
import org.turnpike.identity.Users;
import org.turnpike.network.AddressWatches;
import org.turnpike.notification.Destinations;
import org.turnpike.notification.Outbox;
import org.turnpike.quality.RelayReports;
import org.turnpike.relaytest.RelayTests;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.IdempotentReplies;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.CollectionPaces;
import org.turnpike.usage.Settlements;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageReplies;
import org.turnpike.world.ManualClock;
import org.turnpike.world.Ports;

/** The adapters over an empty database, logged in as the application. */
public final class PostgresPorts implements Ports {
  private final ManualClock clock = new ManualClock();
  private final EntityManager entities;
  private final Transactions transactions;

  private PostgresPorts(ResourceLocal server) {
    entities = server.entityManager();
    transactions = new JtaTransactions(server, entities);
  }

  static PostgresPorts empty() {
    TestDatabase.empty();
    return new PostgresPorts(new ResourceLocal());
  }

  /** Over another database, as the application logs in to it. */
  public static PostgresPorts over(PGSimpleDataSource database) {
    return over(ResourceLocal.factory(database));
  }

  static PostgresPorts over(EntityManagerFactory factory) {
    return new PostgresPorts(new ResourceLocal(factory));
  }

  /** For what the ports do not do. */
  public EntityManager entities() {
    return entities;
  }

  @Override
  public void letPass(Duration time) {
    TestDatabase.asSuperuser(
        "UPDATE lease SET expires_at = expires_at - interval '" + time.toSeconds() + " s'");
  }

  @Override
  public ManualClock clock() {
    return clock;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }

  @Override
  public AuditTrail audit() {
    return new JpaAuditTrail(entities);
  }

  @Override
  public Epoch epoch() {
    return new SqlEpoch(entities);
  }

  @Override
  public IdempotentReplies replies() {
    return new SqlIdempotentReplies(entities);
  }

  @Override
  public Users users() {
    return new JpaUsers(entities);
  }

  @Override
  public CloudflareAccounts accounts() {
    return new JpaCloudflareAccounts(entities);
  }

  @Override
  public Tenants tenants() {
    return new JpaTenants(entities);
  }

  @Override
  public ApiKeys apiKeys() {
    return new JpaApiKeys(entities);
  }

  @Override
  public TurnKeys turnKeys() {
    return new JpaTurnKeys(entities);
  }

  @Override
  public CredentialGrants grants() {
    return new JpaCredentialGrants(entities);
  }

  @Override
  public HeldCredentials held() {
    return new SqlHeldCredentials(entities);
  }

  @Override
  public CredentialReserve reserve() {
    return new SqlCredentialReserve(entities);
  }

  @Override
  public Sightings sightings() {
    return new SqlSightings(entities);
  }

  @Override
  public Tallies tallies() {
    return new SqlTallies(entities);
  }

  @Override
  public UsageLedger ledger() {
    return new SqlUsageLedger(entities);
  }

  @Override
  public UsageReplies usageReplies() {
    return new SqlUsageReplies(entities);
  }

  @Override
  public CollectionMarks marks() {
    return new JpaCollectionMarks(entities);
  }

  @Override
  public Settlements settlements() {
    return new SqlSettlements(entities);
  }

  @Override
  public AttributionRules attributionRules() {
    return new JpaAttributionRules(entities);
  }

  @Override
  public UnattributedUsage unattributed() {
    return new SqlUnattributedUsage(entities);
  }

  @Override
  public CollectionPaces paces() {
    return new SqlCollectionPaces(entities);
  }

  @Override
  public Leases leases() {
    return new SqlLeases(entities, transactions);
  }

  @Override
  public RatePlans plans() {
    return new JpaRatePlans(entities);
  }

  @Override
  public UsageReports reports() {
    return new SqlUsageReports(entities);
  }

  @Override
  public UsageBreakdowns breakdowns() {
    return new SqlUsageBreakdowns(entities);
  }

  @Override
  public BreakdownReports breakdownReports() {
    return new SqlBreakdownReports(entities);
  }

  @Override
  public PossibleLeaks leaks() {
    return new JpaPossibleLeaks(entities);
  }

  @Override
  public RelayReports relayReports() {
    return new SqlRelayReports(entities);
  }

  @Override
  public Destinations destinations() {
    return new JpaDestinations(entities);
  }

  @Override
  public Outbox outbox() {
    return new JpaOutbox(entities);
  }

  @Override
  public AddressWatches watches() {
    return new JpaAddressWatches(entities);
  }

  @Override
  public RelayTests relayTests() {
    return new JpaRelayTests(entities);
  }
}
