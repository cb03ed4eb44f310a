package org.turnpike.world;

import org.junit.jupiter.api.Nested;
import org.turnpike.audit.AuditTrailContract;
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

/** What the other ports promise; those of the ledger stand in {@link LedgerContracts}. */
public abstract class PortContracts {
  /** Ports over a store with nothing in it. */
  protected abstract Ports empty();

  @Nested
  class OfTransactions extends TransactionsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfEpoch extends EpochContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfIdempotentReplies extends IdempotentRepliesContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfAuditTrail extends AuditTrailContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfUsers extends UsersContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfCloudflareAccounts extends CloudflareAccountsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfTenants extends TenantsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfApiKeys extends ApiKeysContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfTurnKeys extends TurnKeysContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfCredentialGrants extends CredentialGrantsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfHeldCredentials extends HeldCredentialsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfCredentialReserve extends CredentialReserveContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfSightings extends SightingsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfTallies extends TalliesContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfLeases extends LeasesContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfAddressWatches extends AddressWatchesContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfDestinations extends DestinationsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfOutbox extends OutboxContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfRelayReports extends RelayReportsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }

  @Nested
  class OfRelayTests extends RelayTestsContract {
    @Override
    protected Ports empty() {
      return PortContracts.this.empty();
    }
  }
}
