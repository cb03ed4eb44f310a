package org.turnpike.world;

import org.junit.jupiter.api.Nested;
import org.turnpike.analytics.BreakdownReportsContract;
import org.turnpike.analytics.PossibleLeaksContract;
import org.turnpike.analytics.UsageBreakdownsContract;
import org.turnpike.analytics.UsageReportsContract;
import org.turnpike.attribution.AttributionRulesContract;
import org.turnpike.attribution.UnattributedUsageContract;
import org.turnpike.audit.AuditTrailContract;
import org.turnpike.billing.RatePlansContract;
import org.turnpike.credential.CredentialGrantsContract;
import org.turnpike.credential.CredentialReserveContract;
import org.turnpike.credential.HeldCredentialsContract;
import org.turnpike.credential.SightingsContract;
import org.turnpike.credential.TalliesContract;
import org.turnpike.identity.UsersContract;
import org.turnpike.network.AddressWatchesContract;
import org.turnpike.notification.DestinationsContract;
import org.turnpike.notification.OutboxContract;
import org.turnpike.quality.RelayReportsContract;
import org.turnpike.relaytest.RelayTestsContract;
import org.turnpike.shared.EpochContract;
import org.turnpike.shared.IdempotentRepliesContract;
import org.turnpike.shared.LeasesContract;
import org.turnpike.shared.TransactionsContract;
import org.turnpike.tenant.ApiKeysContract;
import org.turnpike.tenant.CloudflareAccountsContract;
import org.turnpike.tenant.TenantsContract;
import org.turnpike.turnkey.TurnKeysContract;
import org.turnpike.usage.CollectionMarksContract;
import org.turnpike.usage.CollectionPacesContract;
import org.turnpike.usage.LedgerTotalsContract;
import org.turnpike.usage.SettlementsContract;
import org.turnpike.usage.UsageLedgerContract;
import org.turnpike.usage.UsageRepliesContract;

/** The fakes keep what the ports promise. */
class PortsInMemoryTest {
  @Nested
  class OfTransactions extends TransactionsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfEpoch extends EpochContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfIdempotentReplies extends IdempotentRepliesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfAuditTrail extends AuditTrailContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUsers extends UsersContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfCloudflareAccounts extends CloudflareAccountsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfTenants extends TenantsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfApiKeys extends ApiKeysContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfTurnKeys extends TurnKeysContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfCredentialGrants extends CredentialGrantsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfHeldCredentials extends HeldCredentialsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfCredentialReserve extends CredentialReserveContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfSightings extends SightingsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfTallies extends TalliesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfLeases extends LeasesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfCollectionMarks extends CollectionMarksContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfLedgerTotals extends LedgerTotalsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUsageLedger extends UsageLedgerContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfCollectionPaces extends CollectionPacesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfAttributionRules extends AttributionRulesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUnattributedUsage extends UnattributedUsageContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfSettlements extends SettlementsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUsageReplies extends UsageRepliesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfRatePlans extends RatePlansContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUsageReports extends UsageReportsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfUsageBreakdowns extends UsageBreakdownsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfBreakdownReports extends BreakdownReportsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfPossibleLeaks extends PossibleLeaksContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfAddressWatches extends AddressWatchesContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfDestinations extends DestinationsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfOutbox extends OutboxContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfRelayReports extends RelayReportsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }

  @Nested
  class OfRelayTests extends RelayTestsContract {
    @Override
    protected Ports empty() {
      return new World();
    }
  }
}
