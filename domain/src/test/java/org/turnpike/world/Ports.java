package org.turnpike.world;

import java.time.Duration;
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

/** What keeps the product's data, empty at first but for the standard rate plan. */
public interface Ports {
  ManualClock clock();

  Transactions transactions();

  AuditTrail audit();

  Epoch epoch();

  IdempotentReplies replies();

  Users users();

  CloudflareAccounts accounts();

  Tenants tenants();

  ApiKeys apiKeys();

  TurnKeys turnKeys();

  CredentialGrants grants();

  HeldCredentials held();

  CredentialReserve reserve();

  Sightings sightings();

  Tallies tallies();

  UsageLedger ledger();

  UsageReplies usageReplies();

  CollectionMarks marks();

  Settlements settlements();

  AttributionRules attributionRules();

  UnattributedUsage unattributed();

  CollectionPaces paces();

  Leases leases();

  RatePlans plans();

  UsageReports reports();

  UsageBreakdowns breakdowns();

  BreakdownReports breakdownReports();

  PossibleLeaks leaks();

  RelayReports relayReports();

  Destinations destinations();

  Outbox outbox();

  AddressWatches watches();

  RelayTests relayTests();

  /** Lets that much time pass on the clock that leases go by. */
  void letPass(Duration time);
}
